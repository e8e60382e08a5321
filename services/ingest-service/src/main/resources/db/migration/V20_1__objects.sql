-- An upload becomes one thing. Where one was registered twice before, the first has it; the others keep a name that no
-- object has.
update zip_upload z set object_key = object_key || '#' || id
where exists (select from zip_upload o where o.object_key = z.object_key and o.id < z.id);
create unique index zip_upload_object on zip_upload (object_key);

update metadata_file f set object_key = object_key || '#' || id
where exists (select from metadata_file o where o.object_key = f.object_key and o.id < f.id);
create unique index metadata_file_object on metadata_file (object_key);

update accession a set original_key = a.original_key || '#' || a.id
from (select id, row_number() over (partition by original_key order by id) as place
  from accession where zip_upload is null) as d
where d.id = a.id and d.place > 1;
create unique index accession_upload on accession (original_key) where zip_upload is null;

alter table accession
  -- What was asked for with the upload, beside its cohort: a repeated request is known by it.
  add column asked text,
  add column settled_at timestamptz,
  -- False once the file as it was sent, with its hidden data, is given up.
  add column original_kept boolean not null default true;
update accession set settled_at = changed where status <> 'created';
create index accession_zip on accession (zip_upload) where zip_upload is not null and original_kept;
create index accession_original_due on accession (settled_at) where original_kept and settled_at is not null;
create unique index accession_blob on accession (blob_id);

-- Whether a row refers to an object. What is not known here counts as used: it is nobody's to remove.
create function object_in_use(_bucket text, _key text) returns boolean language sql stable as $$
select case
  when _bucket = 'private' and _key like 'uploads/%' then
    exists (select from accession where original_key = _key and zip_upload is null and original_kept)
    or exists (select from metadata_file where object_key = _key)
    or exists (select from zip_upload z where z.object_key = _key and (z.status in ('created', 'extracting')
      or exists (select from accession a where a.zip_upload = z.id and a.original_kept)))
  -- Those of an accession that is not settled may be on their way into the storage.
  when _bucket = 'private' and _key ~ '^(images|thumbnails)/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.' then
    exists (select from accession where blob_id = substring(_key from '/(.{36})\.')::uuid
      and visibility <> 'withdrawn' and (status = 'created' or _key in (full_key, thumbnail_key)))
  when _bucket = 'public' and _key ~ '^(images|thumbnails)/ISIC_[0-9]{7}[._]' then
    exists (select from accession where isic_id = substring(_key from 'ISIC_[0-9]{7}') and visibility = 'public'
      and _key in ('images/' || isic_id || substring(full_key from '\.[^.]*$'), 'thumbnails/' || isic_id || '_thumbnail.jpg'))
  else true end
$$;

-- What waited to be removed goes on to wait, and so do the files of images that were withdrawn before.
insert into stored_object(bucket, key, reason, due_at)
select distinct case when object_key like 'uploads/%' then 'private' else 'public' end, object_key, 'given_up', now()
from removal;
drop table removal;

update accession set original_kept = false where visibility = 'withdrawn';
insert into stored_object(bucket, key, reason, due_at)
select 'private', unnest(array[full_key, thumbnail_key, original_key]), 'given_up', now() + interval '1 day'
from accession where visibility = 'withdrawn'
on conflict do nothing;
