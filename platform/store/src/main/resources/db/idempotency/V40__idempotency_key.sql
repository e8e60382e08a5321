-- The first answer to a POST, told again to whoever repeats it with the same key. Written in the transaction of what the
-- POST does, so that there is an answer exactly when something was done.
create table idempotency_key (
    caller bigint not null,
    route text not null,
    key text not null,
    body_sha256 bytea,
    status int,
    content_type text,
    location text,
    body bytea,
    created_at timestamptz not null default now(),
    primary key (caller, key, route)
);

create index idempotency_key_age on idempotency_key (created_at);
