-- Whether workers died of it: then it counts against the quota until staff have it scored again.
alter table submission add column stopped_workers boolean not null default false;

-- What waits for a score waits in the queue that all work is in.
insert into job (queue, key, due_at, waits_since)
  select 'scoring', id::text, now(), changed_at from submission where status in ('queued', 'scoring')
  order by id;
drop table scoring_lease;
