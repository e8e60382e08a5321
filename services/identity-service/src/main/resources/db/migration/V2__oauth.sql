create table signing_key (
  id text primary key,
  encrypted text not null,
  created_at timestamptz not null default now()
);

-- The columns are those of Spring Security's JdbcOAuth2AuthorizationService.
create table oauth2_authorization (
  id text primary key,
  registered_client_id text not null,
  principal_name text not null,
  authorization_grant_type text not null,
  authorized_scopes text,
  attributes text,
  state text,
  authorization_code_value text,
  authorization_code_issued_at timestamptz,
  authorization_code_expires_at timestamptz,
  authorization_code_metadata text,
  access_token_value text,
  access_token_issued_at timestamptz,
  access_token_expires_at timestamptz,
  access_token_metadata text,
  access_token_type text,
  access_token_scopes text,
  oidc_id_token_value text,
  oidc_id_token_issued_at timestamptz,
  oidc_id_token_expires_at timestamptz,
  oidc_id_token_metadata text,
  refresh_token_value text,
  refresh_token_issued_at timestamptz,
  refresh_token_expires_at timestamptz,
  refresh_token_metadata text,
  user_code_value text,
  user_code_issued_at timestamptz,
  user_code_expires_at timestamptz,
  user_code_metadata text,
  device_code_value text,
  device_code_issued_at timestamptz,
  device_code_expires_at timestamptz,
  device_code_metadata text,
  created_at timestamptz not null default now()
);
-- A token of unknown kind is looked up in all seven at once: one column without an index would cost a scan of the table.
-- Hash indexes, as a JWT may be longer than a B-tree key.
create index on oauth2_authorization using hash (state);
create index on oauth2_authorization using hash (authorization_code_value);
create index on oauth2_authorization using hash (access_token_value);
create index on oauth2_authorization using hash (oidc_id_token_value);
create index on oauth2_authorization using hash (refresh_token_value);
create index on oauth2_authorization using hash (user_code_value);
create index on oauth2_authorization using hash (device_code_value);

create table oauth2_authorization_consent (
  registered_client_id text not null,
  principal_name text not null,
  authorities text not null,
  primary key (registered_client_id, principal_name)
);
