-- Submissions to be scored. Whoever scores one holds its row until then; when it dies, the next takes it up.
create table scoring_lease (
  submission bigint primary key references submission on delete cascade,
  noted_at timestamptz not null,
  -- Null while nobody has taken it.
  owner uuid,
  until timestamptz not null,
  tries integer not null default 0
);
create index scoring_lease_until on scoring_lease (until, noted_at);

-- JSON as text keeps the order of the categories, which is the truth's.
create table score (
  submission bigint primary key references submission on delete cascade,
  document json not null,
  metric_version integer not null,
  truth_sha256 text not null
);

create table score_curve (
  submission bigint not null references submission on delete cascade,
  position integer not null,
  category text not null,
  curve json not null,
  primary key (submission, category)
);

-- How each attempt ended, and what it replaced.
create table score_history (
  id bigint generated always as identity primary key,
  submission bigint not null references submission on delete cascade,
  attempt integer not null,
  status text not null,
  overall double precision,
  validation double precision,
  overall_before double precision,
  validation_before double precision,
  truth_sha256 text,
  ended_at timestamptz not null,
  constraint score_history_once unique (submission, attempt)
);

create index submission_by_creator on submission (creator);

-- The boards: of each approach the latest submission that counts, and which of a team's approaches is its best.
create table standing (
  approach bigint primary key references approach on delete cascade,
  task bigint not null,
  team bigint not null,
  submission bigint not null references submission on delete cascade,
  overall double precision not null,
  created_at timestamptz not null,
  best boolean not null default false
);
create index standing_by_approach on standing (task, overall desc, created_at, approach);
create index standing_by_team on standing (task, overall desc, created_at, approach) where best;
create index standing_of_team on standing (task, team);
create index standing_submission on standing (submission);

-- The one rule of what counts. A submission that is scored again keeps its score until the new one is there.
create function restand(approaches bigint[]) returns void language plpgsql as $$
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
  perform pg_notify('challenge_news', '0 ' || t.task)
    from (select distinct task from approach where id = any(approaches)) t;
end $$;

create function restand_submission() returns trigger language plpgsql as
$$ begin perform restand(array[new.approach]); return null; end $$;
create trigger submission_stands after update of overall on submission
  for each row when (new.overall is distinct from old.overall) execute function restand_submission();
create trigger submission_enters after insert on submission
  for each row when (new.overall is not null) execute function restand_submission();

create function restand_approach() returns trigger language plpgsql as
$$ begin perform restand(array[new.id]); return null; end $$;
create trigger approach_stands after update of review_state on approach
  for each row when (new.review_state is distinct from old.review_state) execute function restand_approach();

create function restand_person() returns trigger language plpgsql as $$
begin
  perform restand(array(select distinct approach from submission where creator = new.id and overall is not null));
  return null;
end $$;
create trigger person_stands after update of active on person
  for each row when (new.active is distinct from old.active) execute function restand_person();
create trigger person_enters after insert on person
  for each row when (not new.active) execute function restand_person();
