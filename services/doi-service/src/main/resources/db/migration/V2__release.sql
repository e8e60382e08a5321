-- Read model of the topic images for the builder of releases, in a consumer group of its own: what it may have to pack.
create table holding (
  image bigint primary key,
  version bigint not null,
  isic_id text collate "C" not null,
  visibility text not null,
  license text not null,
  attribution text not null,
  -- JSON, kept as it came and never asked.
  metadata text not null,
  bucket text not null,
  object_key text not null,
  size bigint not null,
  sha256 text not null,
  crc32 bigint not null,
  content_type text not null
);
create unique index holding_isic_id on holding (isic_id);

create table release (
  doi text primary key,
  slug text not null,
  state text not null default 'building' check (state in ('building', 'failed', 'frozen')),
  isic_ids text[] not null,
  -- JSON; their checksums are added when they are read first.
  supplements text not null,
  -- When its members were copied from the holdings.
  gathered_at timestamptz,
  -- Known when the last byte of the archive has been read, before the archive can be seen.
  archive_sha256 text,
  bytes_done bigint not null default 0,
  bytes_total bigint not null default 0,
  -- JSON, once frozen.
  files text not null default '[]',
  problem text,
  -- In a row; the pause grows with them.
  failures integer not null default 0,
  retry_at timestamptz not null default now(),
  holder uuid,
  held_until timestamptz,
  ordered_at timestamptz not null default now(),
  frozen_at timestamptz,
  constraint release_frozen_at_once check ((state = 'frozen') = (frozen_at is not null))
);
create index release_due on release (retry_at) where state <> 'frozen';

-- The images of a release as they were when it was gathered.
create table release_member (
  doi text not null references release,
  isic_id text collate "C" not null,
  image bigint not null,
  image_version bigint not null,
  license text not null,
  attribution text not null,
  metadata text not null,
  bucket text not null,
  object_key text not null,
  size bigint not null,
  sha256 text not null,
  crc32 bigint not null,
  content_type text not null,
  primary key (doi, isic_id)
);

-- Whatever a program or a person at the console means to do: what is frozen stays.
create function release_stays() returns trigger language plpgsql as
$$ begin
  if exists (select 1 from release where doi = old.doi and state = 'frozen') then
    raise exception 'release % is frozen', old.doi;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger release_stays before update or delete on release for each row execute function release_stays();
create trigger release_member_stays before update or delete on release_member for each row execute function release_stays();
