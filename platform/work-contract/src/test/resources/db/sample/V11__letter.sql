-- Letters to be sent, and what became of each attempt that was written down.
create table letter (key text primary key, state text not null default 'waiting');
create table letter_sent (key text not null, sent_at timestamptz not null default now());
