-- What the DOI service says of its DOIs, newest version of each. A collection is locked while one of its DOIs is not
-- discarded; there is no foreign key, as a collection may be gone before its draft is heard of.
create table collection_doi (
  doi text primary key,
  collection bigint not null,
  version bigint not null,
  state text not null check (state in ('draft', 'publishing', 'published', 'discarded')),
  open boolean not null
);
create index collection_doi_collection on collection_doi (collection);

-- SHA-256 of its sorted public ids while it is locked for a DOI.
alter table collection add column members_sha256 text;
