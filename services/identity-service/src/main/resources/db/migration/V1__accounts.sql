create table account (
  id bigint generated always as identity primary key,
  hash_id text not null unique check (length(hash_id) = 5),
  version bigint not null default 1,
  email text not null unique check (email = lower(email)),
  first_name text not null,
  last_name text not null,
  password_hash text not null,
  staff boolean not null default false,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  accepted_terms_at timestamptz
);

create table failed_sign_in (
  email text not null,
  address text not null,
  failed_at timestamptz not null default now()
);
create index failed_sign_in_email on failed_sign_in (email, failed_at);
create index failed_sign_in_address on failed_sign_in (address, failed_at);
