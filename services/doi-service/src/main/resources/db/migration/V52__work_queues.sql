-- What waits moves to the table of all queues.
insert into job (queue, key, due_at, waits_since)
select 'dois', doi, due_at, now() from work where due_at is not null;
drop table work;

insert into job (queue, key, due_at, waits_since)
select 'releases', doi, now(), ordered_at from release where state in ('building', 'failed');
drop index release_due;
alter table release drop column retry_at, drop column failures, drop column holder, drop column held_until;
