create table person (
  id bigint primary key,
  version bigint not null,
  email text not null,
  created_at timestamptz not null,
  -- The service's own.
  note text not null default ''
);
create table image (
  id bigint primary key,
  state jsonb not null,
  pixels bigint[] not null,
  published_at timestamptz,
  version bigint not null generated always as ((state ->> 'version')::bigint) stored,
  isic_id text not null generated always as (state ->> 'isicId') stored
);
create unique index image_isic_id on image (isic_id);
-- What follows from the images, in their transaction.
create table effect (
  id bigint,
  version bigint,
  primary key (id, version)
);
