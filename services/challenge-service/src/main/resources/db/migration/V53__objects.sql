-- Who refers to an object, for the ledger of those that may go.
create unique index submission_file on submission (approach, predictions_key);
create index submission_predictions on submission (predictions_key);
create index task_truth on task (truth_key) where truth_key is not null;
create index approach_manuscript on approach (manuscript_key) where manuscript_key is not null;

create function object_in_use(bucket text, key text) returns boolean language sql stable as $$
  select $1 = 'private' and (
    exists (select from submission s where s.predictions_key = $2)
    or exists (select from task t where t.truth_key = $2)
    or exists (select from approach a where a.manuscript_key = $2))
$$;

-- Places whose bearer died are forgotten with the next one of the task; their objects are in the ledger.
drop index submission_intake_task;
create index submission_intake_task on submission_intake (task, until);
