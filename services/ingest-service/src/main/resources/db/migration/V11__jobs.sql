-- What waited in the tables of ZIPs, metadata files, publications and owner changes waits in the queue.
insert into job (queue, key, due_at, waits_since, traceparent)
select 'zip-uploads', id::text, now(), created, traceparent from zip_upload where status in ('created', 'extracting')
union all
select 'metadata-files', id::text, now(), created, null from metadata_file where status in ('validating', 'applying')
union all
select 'publications', accession::text, requested_at, requested_at, traceparent from publication
union all
select 'owner-changes', contributor::text, now(), now(), null from owner_change;

drop index zip_upload_waiting;
alter table zip_upload drop column attempts;
drop index metadata_file_waiting;
alter table metadata_file drop column attempts;

-- Why it cannot be done. It stands until it is asked for again.
alter table publication add column problem text;
