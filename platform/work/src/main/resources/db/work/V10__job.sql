-- What is to be done behind the requests. Whoever does a job holds its row until a time, and holds it longer while the
-- work goes on; when the holder dies, the next takes it.
create table job (
  queue text not null,
  key text not null,
  due_at timestamptz not null,
  -- Since when it waits for a success.
  waits_since timestamptz not null,
  -- Null while nobody works on it.
  holder uuid,
  held_until timestamptz,
  -- How often it was added again: what comes while it is worked on is not lost.
  woken bigint not null default 0,
  -- Failures in a row.
  failures int not null default 0,
  -- Takers in a row that did not come back, with the one that holds it now.
  takes int not null default 0,
  problem text,
  -- When it was put where nobody takes it.
  aside_at timestamptz,
  traceparent text,
  primary key (queue, key),
  check ((holder is null) = (held_until is null)),
  check (holder is null or takes > 0)
);
create index job_due on job (queue, due_at) where takes = 0 and aside_at is null;
create index job_taken on job (queue, held_until) where takes > 0;
