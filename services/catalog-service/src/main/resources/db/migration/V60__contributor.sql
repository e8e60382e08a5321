-- Read model of the topic contributors: whose embargoed images its owners see. An image whose contributor was not told of
-- yet is seen by staff alone.
create table contributor (
  id bigint primary key,
  version bigint not null,
  owners bigint[] not null
);
create index contributor_owners on contributor using gin (owners);

alter table image
  drop column owners,
  add column contributor bigint not null generated always as ((state -> 'contributor' ->> 'id')::bigint) stored;
create index image_contributor on image (contributor);
