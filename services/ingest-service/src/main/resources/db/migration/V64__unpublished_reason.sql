-- Why an accepted image could not be published is told to those who wait for it.
create or replace view described_accession as
select a.id, a.version, a.cohort, a.creator, a.file_name, a.status, a.reason, a.state,
  a.full_key, a.full_size, a.full_sha256, a.full_crc32, a.full_type,
  a.thumbnail_key, a.thumbnail_size, a.thumbnail_sha256, a.thumbnail_crc32, a.width, a.height,
  a.metadata::text as metadata, a.lesion, a.patient, a.rcm_case, a.review,
  a.visibility, a.isic_id, a.published_at, a.was_public, a.withdrawn_reason, a.traceparent, a.created, a.changed,
  coalesce(a.license, c.default_copyright_license) as license,
  coalesce(a.attribution, c.default_attribution) as attribution,
  c.name as cohort_name, c.contributor,
  array(select o.user_id from contributor_owner o where o.contributor = c.contributor order by 1) as owners,
  case when a.state = 'accepted' then (select p.problem from publication p where p.accession = a.id) end as unpublished_reason
from accession a join cohort c on c.id = a.cohort;
