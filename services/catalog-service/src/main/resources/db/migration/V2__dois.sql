-- What the DOI service says of a collection, newest version; a collection that has one cannot be deleted.
create table collection_doi (
  collection bigint primary key references collection,
  doi text not null unique,
  version bigint not null,
  state text not null check (state in ('draft', 'publishing', 'published'))
);

-- SHA-256 of its sorted public ids while it is locked for a DOI.
alter table collection add column members_sha256 text;
