-- A release that cannot be built ends with its reason; its DOI is a draft again and may order another edition, whose files
-- get keys of their own.
alter table release drop constraint release_state_check;
alter table release add constraint release_state_check check (state in ('building', 'failed', 'frozen', 'ended'));
alter table release add column edition integer not null default 1;
-- Since when attempts have failed in a row.
alter table release add column failing_since timestamptz;
drop index release_due;
create index release_due on release (retry_at) where state in ('building', 'failed');

-- What was stopped until a person looked is looked at once more, and becomes a draft again with its reason.
update work set due_at = now(), woken = woken + 1
where doi in (select p.doi from publication p join doi d on d.doi = p.doi where p.stopped and d.state = 'publishing');
alter table publication drop column stopped;
