-- Read model of the topic contributors. An image whose contributor was not told of yet is taken for somebody else's.
create table contributor (
  id bigint primary key,
  version bigint not null,
  owners bigint[] not null
);

-- Null until the read model is rebuilt: POST /actuator/rebuild.
alter table image drop column owners, add column contributor bigint;
