-- Live news have one channel and one form in all services.
create or replace function tell_submission() returns trigger language plpgsql as $$
begin
  perform pg_notify('live', 'submission ' || new.id), pg_notify('live', 'task ' || new.task);
  return null;
end $$;

create or replace function tell_task() returns trigger language plpgsql as
$$ begin perform pg_notify('live', 'task ' || new.id); return null; end $$;

create or replace function tell_approach() returns trigger language plpgsql as
$$ begin perform pg_notify('live', 'task ' || new.task); return null; end $$;

create or replace function restand(approaches bigint[]) returns void language plpgsql as $$
begin
  -- In order of ids, so that two that change a team's approaches wait for each other and never for ever.
  perform 1 from team where id in (select team from approach where id = any(approaches)) order by id for no key update;
  delete from standing where approach = any(approaches);
  insert into standing (approach, task, team, submission, overall, created_at)
    select distinct on (s.approach) s.approach, s.task, s.team, s.id, s.overall, s.created_at
    from submission s join approach a on a.id = s.approach left join person p on p.id = s.creator
    where s.approach = any(approaches) and s.overall is not null
      and a.review_state <> 'rejected' and coalesce(p.active, true)
    order by s.approach, s.id desc;
  update standing b set best = (b.approach = w.approach)
    from (select distinct on (x.task, x.team) x.task, x.team, x.approach
      from standing x join approach a on a.id = any(approaches) and a.task = x.task and a.team = x.team
      order by x.task, x.team, x.overall desc, x.created_at, x.approach) w
    where b.task = w.task and b.team = w.team and b.best <> (b.approach = w.approach);
  perform pg_notify('live', 'task ' || t.task)
    from (select distinct task from approach where id = any(approaches)) t;
end $$;
