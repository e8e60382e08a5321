-- Read model of the topic images: those with a public id, and of them what a DOI says or asks.
create table image (
  id bigint primary key,
  version bigint not null,
  isic_id text collate "C" not null,
  visibility text not null,
  license text not null,
  attribution text not null,
  -- Users who own its contributor.
  owners bigint[] not null,
  lesion text,
  patient text,
  -- In which its record was made.
  year smallint not null
);
create unique index image_isic_id on image (isic_id);

-- Read model of the topic collections.
create table collection (
  id bigint primary key,
  version bigint not null,
  name text not null,
  public boolean not null,
  locked boolean not null,
  magic boolean not null,
  deleted boolean not null,
  creator bigint not null,
  shared_with bigint[] not null,
  members_sha256 text
);

-- Read model of the topic memberships: the newest version of each image, and its collections.
create table membership (
  isic_id text collate "C" primary key,
  version bigint not null
);
create table member (
  collection bigint not null,
  isic_id text collate "C" not null,
  primary key (collection, isic_id)
);
create index member_isic_id on member (isic_id);

create table doi (
  doi text primary key,
  version bigint not null default 1,
  slug text not null,
  collection bigint not null,
  title text not null,
  description text not null,
  state text not null default 'draft' check (state in ('draft', 'publishing', 'published', 'discarded')),
  -- Whether the collection is to be public.
  open boolean not null default false,
  creator bigint not null,
  -- Staff may publish embargoed images whose contributors do not belong to the collection's creator.
  made_by_staff boolean not null,
  approved_by bigint,
  related jsonb not null default '[]',
  supplements jsonb not null default '[]',
  -- What is said of the images, from the moment their release is ordered: later news changes no published DOI.
  frozen jsonb,
  -- The version that the registrar has, 0 for none.
  told_version bigint not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  constraint doi_published_when_findable check ((state = 'published') = (published_at is not null))
);
create unique index doi_slug on doi (slug) where state <> 'discarded';
create unique index doi_collection on doi (collection) where state <> 'discarded';
create index doi_created on doi (created_at);
create index doi_creator on doi (creator, created_at);
create index doi_publishing on doi (collection) where state = 'publishing';

-- What is to be done for a DOI, by whichever instance holds it. No row is due twice at a time, so all that is done for one
-- DOI is done in order.
create table work (
  doi text primary key references doi,
  due_at timestamptz,
  -- Counts the wakes, so that one that comes while the work is held is not lost.
  woken bigint not null default 1,
  -- In a row without success; the pause grows with it.
  attempts integer not null default 0,
  holder uuid,
  held_until timestamptz
);
create index work_due on work (due_at) where due_at is not null;

create table publication (
  doi text primary key references doi,
  step text not null,
  requested_by bigint not null,
  requested_at timestamptz not null,
  -- When the metadata that the registrar has, or may have, says it was issued.
  issued_at timestamptz,
  problem text,
  -- Whether it goes on only when a person says so.
  stopped boolean not null default false
);

-- Each step's course; one row from the moment it begins.
create table publication_step (
  doi text not null references publication on delete cascade,
  step text not null,
  done bigint,
  total bigint,
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (doi, step)
);

-- Orders to lift embargoes; the version numbers the events of the topic release-orders.
create table release_order (
  isic_id text collate "C" primary key,
  version bigint not null,
  doi text not null references doi,
  ordered_at timestamptz not null
);
