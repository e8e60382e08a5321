-- One read model of the topic images for all of the service, written by one consumer group. Where the two that there were
-- had not read equally far, the older version stands until the next event; POST /actuator/rebuild makes sure.
-- JSON as it came; text, as the archive of a release is to have it letter by letter.
alter table image add column metadata text;
alter table image add column file jsonb;
update image i set version = least(i.version, h.version), license = h.license,
    attribution = h.attribution, metadata = h.metadata, file = jsonb_build_object(
    'bucket', h.bucket, 'key', h.object_key, 'size', h.size, 'sha256', h.sha256, 'crc32', h.crc32,
    'contentType', h.content_type)
  from holding h where h.image = i.id;
drop table holding;

-- Memberships are one row for each image.
alter table membership add column collections bigint[] not null default '{}';
update membership m set collections =
  coalesce((select array_agg(collection order by collection) from member where isic_id = m.isic_id), '{}');
alter table membership alter column collections drop default;
create index membership_collections on membership using gin (collections);
drop table member;

-- A stored file is one value.
alter table release_member disable trigger release_member_stays;
alter table release_member add column file jsonb;
update release_member set file = jsonb_build_object(
    'bucket', bucket, 'key', object_key, 'size', size, 'sha256', sha256, 'crc32', crc32, 'contentType', content_type);
alter table release_member alter column file set not null;
alter table release_member
  drop column bucket, drop column object_key, drop column size, drop column sha256, drop column crc32,
  drop column content_type;
alter table release_member enable trigger release_member_stays;
