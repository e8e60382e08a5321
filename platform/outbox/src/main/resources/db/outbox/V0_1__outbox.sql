create table outbox (
  id bigint generated always as identity primary key,
  event_id uuid not null,
  topic text not null,
  msg_key text not null,
  type text not null,
  payload text not null,
  traceparent text,
  created_at timestamptz not null
);

create function outbox_wake() returns trigger language plpgsql as
$$ begin perform pg_notify('outbox', ''); return null; end $$;

create trigger outbox_wake after insert on outbox for each statement execute function outbox_wake();
