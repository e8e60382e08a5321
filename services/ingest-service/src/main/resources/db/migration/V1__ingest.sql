create table known_user (
  id bigint primary key,
  version bigint not null,
  active boolean not null
);

create table contributor (
  id bigint generated always as identity primary key,
  creator bigint not null,
  institution_name text not null,
  institution_url text not null,
  legal_contact_info text not null,
  default_copyright_license text not null,
  default_attribution text not null,
  created timestamptz not null default now()
);

create table contributor_owner (
  contributor bigint not null references contributor,
  user_id bigint not null,
  primary key (contributor, user_id)
);
create index contributor_owner_user on contributor_owner (user_id);

-- Contributors whose images are still to be published anew because their owners changed.
create table owner_change (
  contributor bigint primary key references contributor,
  after_accession bigint not null
);

create table cohort (
  id bigint generated always as identity primary key,
  contributor bigint not null references contributor,
  creator bigint not null,
  name text not null,
  description text not null,
  default_copyright_license text not null,
  default_attribution text not null,
  created timestamptz not null default now()
);
create index cohort_contributor on cohort (contributor);

create table zip_upload (
  id bigint generated always as identity primary key,
  cohort bigint not null references cohort,
  creator bigint not null,
  file_name text not null,
  object_key text not null,
  size bigint not null,
  wish text check (wish in ('public', 'embargoed')),
  status text not null default 'created' check (status in ('created', 'extracting', 'extracted', 'failed')),
  reason text check ((reason is not null) = (status = 'failed')),
  problems jsonb not null default '[]',
  accessions int not null default 0,
  attempts int not null default 0,
  traceparent text,
  created timestamptz not null default now()
);
create index zip_upload_waiting on zip_upload (id) where status in ('created', 'extracting');

create table metadata_file (
  id bigint generated always as identity primary key,
  cohort bigint not null references cohort,
  creator bigint not null,
  by_staff boolean not null,
  file_name text not null,
  object_key text not null,
  size bigint not null,
  status text not null default 'validating'
    check (status in ('validating', 'valid', 'invalid', 'applying', 'applied', 'failed')),
  row_count int not null default 0,
  problems jsonb not null default '[]',
  unstructured_columns jsonb not null default '[]',
  applied int not null default 0,
  applied_by bigint,
  attempts int not null default 0,
  created timestamptz not null default now()
);
create index metadata_file_waiting on metadata_file (id) where status in ('validating', 'applying');

-- Public ids of lesions, patients and RCM cases; the contributor's own id is private.
create table subject (
  public_id text primary key check (public_id ~ '^(IL|IP|IRCM)_[0-9]{7}$'),
  kind text not null check (kind in ('lesion', 'patient', 'rcm_case')),
  cohort bigint not null references cohort,
  private_id text not null,
  unique (cohort, kind, private_id)
);

create table accession (
  id bigint generated always as identity primary key,
  version bigint not null default 1,
  cohort bigint not null references cohort,
  creator bigint not null,
  zip_upload bigint references zip_upload,
  file_name text not null,
  original_key text not null,
  -- Where the file lies inside a ZIP object; null when the object is the file.
  original_offset bigint,
  original_packed bigint,
  original_method int,
  original_size bigint not null,
  -- Names of the processed objects: the same at every attempt, so that a repeated one overwrites and leaves no waste.
  blob_id uuid not null default gen_random_uuid(),
  status text not null default 'created' check (status in ('created', 'succeeded', 'skipped', 'failed')),
  reason text,
  attempts int not null default 0,
  lease_until timestamptz,
  full_key text, full_size bigint, full_sha256 text, full_crc32 bigint, full_type text,
  thumbnail_key text, thumbnail_size bigint, thumbnail_sha256 text, thumbnail_crc32 bigint,
  width int, height int,
  license text,
  attribution text,
  metadata jsonb not null default '{}',
  unstructured jsonb not null default '{}',
  lesion text references subject,
  patient text references subject,
  rcm_case text references subject,
  review boolean,
  reviewer bigint,
  reviewed_at timestamptz,
  wish text check (wish in ('public', 'embargoed')),
  row_public boolean,
  visibility text not null default 'unpublished' check (visibility in ('unpublished', 'embargoed', 'public', 'withdrawn')),
  isic_id text unique,
  published_at timestamptz unique,
  was_public boolean not null default false,
  withdrawn_reason text,
  traceparent text,
  created timestamptz not null default now(),
  changed timestamptz not null default now(),
  state text not null generated always as (case
    when visibility <> 'unpublished' then 'published'
    when status = 'created' then 'processing'
    when status <> 'succeeded' then status
    when review is null then 'awaiting_review'
    when review then 'accepted'
    else 'rejected' end) stored,
  unique (cohort, file_name),
  check (status <> 'succeeded' or (full_key is not null and thumbnail_key is not null and width is not null)),
  check (visibility = 'unpublished' or (isic_id is not null and published_at is not null)),
  check ((reason is not null) = (status in ('skipped', 'failed')))
);
create index accession_cohort_state on accession (cohort, state, id);
create index accession_cohort on accession (cohort, id);
create index accession_waiting on accession (id) where status = 'created';

-- Every public id ever given; the largest number is never issued.
create table isic_id (
  id text primary key check (id ~ '^ISIC_[0-9]{7}$' and id <> 'ISIC_9999999'),
  accession bigint not null unique references accession
);

create table metadata_version (
  id bigint generated always as identity primary key,
  accession bigint not null references accession,
  creator bigint not null,
  metadata jsonb not null,
  unstructured jsonb not null,
  lesion text, patient text, rcm_case text,
  created timestamptz not null default now()
);
create index metadata_version_accession on metadata_version (accession);

-- Publications asked for and not yet done, in the order in which they will be done.
create table publication (
  id bigint generated always as identity primary key,
  accession bigint not null unique references accession,
  is_public boolean not null,
  requested_by bigint not null,
  traceparent text,
  requested_at timestamptz not null default now()
);

-- The time of the last publication: times must grow from one to the next.
create table publication_clock (last_at timestamptz not null);
insert into publication_clock values ('2000-01-01T00:00:00Z');

-- Objects to be deleted, written in the transaction that gives them up.
create table removal (
  id bigint generated always as identity primary key,
  bucket text not null,
  object_key text not null
);

-- An accession with all that its events and answers tell.
create view described_accession as
select a.id, a.version, a.cohort, a.creator, a.file_name, a.status, a.reason, a.state,
  a.full_key, a.full_size, a.full_sha256, a.full_crc32, a.full_type,
  a.thumbnail_key, a.thumbnail_size, a.thumbnail_sha256, a.thumbnail_crc32, a.width, a.height,
  a.metadata::text as metadata, a.lesion, a.patient, a.rcm_case, a.review,
  a.visibility, a.isic_id, a.published_at, a.was_public, a.withdrawn_reason, a.traceparent, a.created, a.changed,
  coalesce(a.license, c.default_copyright_license) as license,
  coalesce(a.attribution, c.default_attribution) as attribution,
  c.name as cohort_name, c.contributor,
  array(select o.user_id from contributor_owner o where o.contributor = c.contributor order by 1) as owners
from accession a join cohort c on c.id = a.cohort;
