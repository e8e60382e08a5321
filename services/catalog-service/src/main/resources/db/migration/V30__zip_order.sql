-- What people asked to download, until the last address of it has expired. The id is that of the text.
create table zip_order (
  id text primary key,
  query text not null,
  collections text not null,
  until timestamptz not null
);
create index zip_order_until on zip_order (until);
