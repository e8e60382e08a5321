-- Objects of this service that nothing refers to yet, or no longer. One in use has no row here: who refers to it is derived
-- by the service's own function object_in_use(bucket, key), which it MUST declare.
create table stored_object (
  bucket text not null check (bucket in ('private', 'public')),
  key text not null,
  reason text not null check (reason in ('begun', 'written', 'given_up', 'stray')),
  -- Of an upload in parts, so that the parts can be forgotten.
  upload_id text,
  -- Who began the upload, and the bytes that were announced.
  uploader bigint,
  size bigint,
  since timestamptz not null default now(),
  due_at timestamptz not null,
  -- Condemned: one janitor is removing the object until then, and nobody may begin to refer to it.
  removing_until timestamptz,
  failures integer not null default 0,
  problem text,
  primary key (bucket, key)
);
create index stored_object_due on stored_object (due_at);
create index stored_object_uploader on stored_object (uploader) where uploader is not null;

-- How far the search for objects that nobody knows has come in each part of the storage that this service owns.
create table sweep (
  bucket text not null,
  prefix text not null,
  -- Older objects are from before the ledger: nobody can say that they are not wanted.
  since timestamptz not null default now(),
  after_key text not null default '',
  due_at timestamptz not null default now(),
  held_until timestamptz,
  primary key (bucket, prefix)
);
