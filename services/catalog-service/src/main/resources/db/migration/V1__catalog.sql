-- Read model of the topic images. All but the pin comes from the state, so that a rebuild is a copy of the topic.
create table image (
  id bigint primary key,
  state jsonb not null,
  published_at timestamptz,
  -- Truth of this service: place in the gallery, 0 for none, highest first. A rebuild keeps it.
  pin integer not null default 0,
  applied_at timestamptz not null default clock_timestamp(),
  version bigint not null generated always as ((state ->> 'version')::bigint) stored,
  isic_id text generated always as (state ->> 'isicId') stored,
  visibility text not null generated always as (state ->> 'visibility') stored,
  owners jsonb not null generated always as (state -> 'contributor' -> 'owners') stored,
  lesion text generated always as (state -> 'metadata' ->> 'lesion_id') stored
);
create unique index image_isic_id on image (isic_id);
create index image_listed on image (published_at, id) where visibility in ('public', 'embargoed');
create index image_public on image (published_at, id) where visibility = 'public';
create index image_pinned on image (pin desc, published_at, id) where visibility in ('public', 'embargoed');
create index image_lesion on image (lesion) where lesion is not null and visibility in ('public', 'embargoed');
create index image_owners on image using gin (owners) where visibility = 'embargoed';

-- Where a rebuild gathers the next read model; empty otherwise.
create unlogged table image_rebuild (like image including all);

-- Read model of the topic users.
create table person (
  id bigint primary key,
  version bigint not null,
  email text not null,
  name text not null,
  staff boolean not null,
  active boolean not null
);

create table collection (
  id bigint generated always as identity primary key,
  version bigint not null default 1,
  name text not null,
  description text not null default '',
  public boolean not null default false,
  pinned boolean not null default false,
  locked boolean not null default false,
  -- Set for the collection that the archive keeps of the published images of one cohort.
  cohort bigint unique,
  -- When the cohort had the name that such a collection bears.
  named_at timestamptz,
  -- A user; 0 is the archive itself.
  creator bigint not null,
  image_count bigint not null default 0,
  created_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint collection_pinned_implies_public check (public or not pinned),
  constraint collection_magic_is_locked check (cohort is null or locked)
);
create unique index collection_creator_name on collection (creator, name) where cohort is null;
create unique index collection_pinned_name on collection (name) where pinned;
create index collection_created on collection (created_at, id);

create table collection_image (
  collection bigint not null references collection on delete cascade,
  isic_id text not null,
  added_at timestamptz not null default clock_timestamp(),
  primary key (collection, isic_id)
);
create index collection_image_isic_id on collection_image (isic_id, collection);

create table collection_share (
  collection bigint not null references collection on delete cascade,
  grantee bigint not null,
  grantor bigint not null,
  shared_at timestamptz not null default clock_timestamp(),
  primary key (collection, grantee)
);
create index collection_share_grantee on collection_share (grantee, collection);

-- One row an image that ever was in a collection; its version numbers the events of the topic memberships, and its lock
-- puts changes of one image in order.
create table membership (
  isic_id text primary key,
  version bigint not null
);
