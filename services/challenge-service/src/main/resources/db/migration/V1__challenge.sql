-- Read models of what other services tell; small, only what the rules here need.
create table image (
  id bigint primary key,
  version bigint not null,
  isic_id text not null,
  visibility text not null check (visibility in ('embargoed', 'public', 'withdrawn'))
);
create unique index image_isic_id on image (isic_id);
-- Few; counted for each task that is shown.
create index image_hidden on image (isic_id) where visibility <> 'public';

create table membership (
  isic_id text primary key,
  version bigint not null,
  collections bigint[] not null
);
create index membership_collections on membership using gin (collections);

create table collection (
  id bigint primary key,
  version bigint not null,
  name text not null,
  deleted boolean not null
);

-- Version 0: known from the token it came with, until identity tells of it.
create table person (
  id bigint primary key,
  version bigint not null,
  email text not null,
  name text not null,
  active boolean not null
);
create index person_email on person (lower(email));

create table challenge (
  id bigint generated always as identity primary key,
  slug text not null constraint challenge_slug unique,
  name text not null,
  description text not null default '',
  rules text not null default '',
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  scores_published boolean not null default false,
  hidden boolean not null default false,
  created_at timestamptz not null default clock_timestamp(),
  constraint challenge_dates check (opens_at < closes_at)
);
create unique index challenge_name on challenge (lower(name));

create table task (
  id bigint generated always as identity primary key,
  challenge bigint not null references challenge,
  slug text not null,
  name text not null,
  description text not null default '',
  type text not null default 'classification' check (type in ('classification', 'segmentation')),
  metric text not null,
  categories text[] not null default '{}',
  -- The ground truth, in the private bucket; only scoring reads it.
  truth_key text,
  truth_sha256 text,
  truth_rows integer,
  collection bigint,
  opened_at timestamptz,
  locked boolean not null default false,
  hidden boolean not null default false,
  scores_published boolean not null default false,
  max_approaches integer not null default 3 check (max_approaches >= 0),
  max_submissions_per_week integer not null default 10 check (max_submissions_per_week >= 0),
  requires_manuscript boolean not null default false,
  position integer not null default 0,
  constraint task_slug unique (challenge, slug),
  constraint task_opens_with_a_truth check (opened_at is null or truth_key is not null)
);
create unique index task_name on task (challenge, lower(name));

-- The images, or lesions, to predict; frozen when the task opens.
create table task_image (
  task bigint not null references task on delete cascade,
  isic_id text not null,
  primary key (task, isic_id)
);

create table team (
  id bigint generated always as identity primary key,
  challenge bigint not null references challenge,
  name text not null,
  institution text not null default '',
  institution_url text not null default '',
  creator bigint not null,
  created_at timestamptz not null default clock_timestamp()
);
create unique index team_name on team (challenge, lower(name));

create table team_member (
  team bigint not null references team on delete cascade,
  person bigint not null,
  challenge bigint not null references challenge,
  joined_at timestamptz not null default clock_timestamp(),
  primary key (team, person),
  constraint team_member_once unique (challenge, person)
);
create index team_member_person on team_member (person);

create table team_invitation (
  id bigint generated always as identity primary key,
  team bigint not null references team on delete cascade,
  sender bigint not null,
  email text not null,
  created_at timestamptz not null default clock_timestamp()
);
create unique index team_invitation_once on team_invitation (team, lower(email));
create index team_invitation_email on team_invitation (lower(email));

create table approach (
  id bigint generated always as identity primary key,
  task bigint not null references task,
  team bigint not null references team,
  name text not null,
  description text not null,
  uses_external_data boolean not null,
  manuscript_key text,
  review_state text not null default '' check (review_state in ('', 'accepted', 'rejected')),
  reject_reason text not null default '',
  created_at timestamptz not null default clock_timestamp()
);
create unique index approach_name on approach (task, team, lower(name));

create table approach_review (
  id bigint generated always as identity primary key,
  approach bigint not null references approach on delete cascade,
  reviewer bigint not null,
  state text not null,
  reason text not null,
  reviewed_at timestamptz not null default clock_timestamp()
);

create table submission (
  id bigint generated always as identity primary key,
  version bigint not null default 1,
  task bigint not null references task,
  approach bigint not null references approach,
  team bigint not null references team,
  creator bigint not null,
  predictions_bucket text not null,
  predictions_key text not null,
  predictions_size bigint not null,
  predictions_sha256 text not null,
  predictions_crc32 bigint not null,
  predictions_content_type text not null,
  status text not null default 'queued'
    check (status in ('queued', 'scoring', 'succeeded', 'failed', 'internal_failure')),
  attempt integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  scored_at timestamptz,
  overall double precision,
  validation double precision,
  problems jsonb not null default '[]'
);
create index submission_team on submission (task, team, created_at);
create index submission_creator on submission (task, creator, created_at);
create index submission_approach on submission (approach, id);
create index submission_waiting on submission (created_at) where status in ('queued', 'scoring');

-- A place in the quota while the file is still on its way. One whose bearer died is swept with its object.
create table submission_intake (
  id uuid primary key,
  task bigint not null,
  team bigint not null,
  creator bigint not null,
  key text not null,
  created_at timestamptz not null,
  until timestamptz not null
);
create index submission_intake_task on submission_intake (task);

-- Tells every instance what changed, "<submission or 0> <task>", so that those who look are told at once.
create function tell_submission() returns trigger language plpgsql as
$$ begin perform pg_notify('challenge_news', new.id || ' ' || new.task); return null; end $$;
create trigger submission_news after insert or update on submission
  for each row execute function tell_submission();

create function tell_task() returns trigger language plpgsql as
$$ begin perform pg_notify('challenge_news', '0 ' || new.id); return null; end $$;
create trigger task_news after update on task for each row execute function tell_task();

create function tell_approach() returns trigger language plpgsql as
$$ begin perform pg_notify('challenge_news', '0 ' || new.task); return null; end $$;
create trigger approach_news after update on approach for each row execute function tell_approach();
