-- Who gave or took which role, and who closed or opened which account. Never changed, never removed.
create table account_change (
  id bigint generated always as identity primary key,
  account bigint not null references account,
  changed_by bigint not null references account,
  staff boolean not null,
  active boolean not null,
  changed_at timestamptz not null default now()
);
create index account_change_account on account_change (account, id);
create index oauth2_authorization_principal on oauth2_authorization (principal_name);
