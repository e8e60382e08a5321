import { type ReactNode, useId } from "react";
import { Link, useLocation, useSearch } from "wouter";
import type { Challenge, Mine, Task } from "../../api/challengeTypes";
import { useUser } from "../../session/session";
import { ErrorPage, SignInNeeded } from "../../shell/StatePage";
import { Badge } from "../../ui/Badge";
import { Icon } from "../../ui/Icon";
import { Notice } from "../../ui/Notice";
import { Skeleton } from "../../ui/Skeleton";
import { FileField } from "../../upload/FileField";
import { useMine } from "../data";
import { Invitations } from "../Invitations";
import { Quota } from "../Quota";
import { type TaskAt, TaskFrame } from "../TaskFrame";
import { TASK_STATES } from "../words";
import { ApproachFields } from "./ApproachFields";
import { TeamFields } from "./TeamFields";
import { type Submitting, useSubmitting } from "./useSubmitting";

function Step({ at, title, children }: { at: number; title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="submit-step" aria-labelledby={id}>
      <span className="submit-mark" aria-hidden="true">
        {at}
      </span>
      <div className="stack">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </section>
  );
}

function ApproachChoice({ mine, task, form }: { mine: Mine; task: Task; form: Submitting }) {
  const { approaches } = mine;
  const full = task.max_approaches > 0 && approaches.length >= task.max_approaches;
  return (
    <>
      {approaches.length > 0 ? (
        <fieldset>
          <legend className="label">Which method made the predictions?</legend>
          {approaches.map((approach) => (
            <label key={approach.id} className="choice">
              <input
                type="radio"
                name="approach"
                checked={form.approach === approach.id}
                onChange={() => form.chooseApproach(approach.id)}
              />
              <span>
                {approach.name}
                <small>{approach.description}</small>
              </span>
              {approach.review_state === "rejected" ? <Badge tone="bad">Rejected</Badge> : null}
            </label>
          ))}
          <label className="choice">
            <input
              type="radio"
              name="approach"
              disabled={full}
              checked={form.approach === "new"}
              onChange={() => form.chooseApproach("new")}
            />
            <span>
              A new approach
              {full ? (
                <small>Your team has the {task.max_approaches} approaches a team may have.</small>
              ) : null}
            </span>
          </label>
        </fieldset>
      ) : null}
      {form.approach === "new" ? (
        <ApproachFields
          form={form.approachForm}
          onChange={form.setApproachForm}
          manuscript={form.manuscript}
          isManuscriptRequired={task.requires_manuscript}
        />
      ) : null}
    </>
  );
}

function Form({ mine, task, challenge }: { mine: Mine; task: Task; challenge: Challenge }) {
  const asked = Number(new URLSearchParams(useSearch()).get("approach"));
  const [, navigate] = useLocation();
  const form = useSubmitting({
    mine,
    task,
    challenge,
    asked,
    onDone: (id) => navigate(`/submissions/${id}`),
  });
  return (
    <form
      className="submit-steps"
      onSubmit={(event) => {
        event.preventDefault();
        if (form.missing === null) form.send();
      }}
    >
      <Step at={1} title="Team">
        {mine.team ? (
          <p>
            <Icon name="check" /> You submit for <strong>{mine.team.name}</strong>.
          </p>
        ) : (
          <TeamFields form={form.teamForm} onChange={form.setTeamForm} />
        )}
      </Step>
      <Step at={2} title="Approach">
        <ApproachChoice mine={mine} task={task} form={form} />
      </Step>
      <Step at={3} title="Predictions">
        <Quota mine={mine} task={task} />
        <FileField
          uploading={form.predictions}
          label="Drop the CSV file here"
          button="Choose a CSV file"
          accept=".csv,text/csv"
          hint={
            <>
              It is checked when it is scored, and every problem is named. The{" "}
              <Link href={`/challenges/${challenge.slug}/${task.slug}`}>format</Link> is on the page
              of the task.
            </>
          }
        />
        <label className="choice">
          <input
            type="checkbox"
            checked={form.accepted}
            onChange={(event) => form.setAccepted(event.target.checked)}
          />
          <span>
            I accept the rules of the challenge and the{" "}
            <Link href="/terms" target="_blank">
              terms of use
            </Link>
            .
          </span>
        </label>
        {form.problem ? <Notice tone="bad">{form.problem}</Notice> : null}
        <div className="row">
          <button
            type="submit"
            className="button primary"
            disabled={form.missing !== null || form.isSending}
            aria-describedby="submit-missing"
          >
            {form.isSending ? "Submitting…" : "Submit"}
          </button>
          <span className="muted small" id="submit-missing" role="status">
            {form.missing ?? ""}
          </span>
        </div>
      </Step>
    </form>
  );
}

function Contents({ task, challenge }: { task: Task; challenge: Challenge }) {
  const mine = useMine(task.id);
  if (task.state !== "open") {
    return (
      <Notice>
        <span>
          {TASK_STATES[task.state].label}:{" "}
          {task.state === "closed"
            ? "this task takes no more submissions."
            : "this task does not take submissions yet."}
        </span>
      </Notice>
    );
  }
  // What was heard before may lack the team or the approach that the last submission made.
  if (!mine.isFetchedAfterMount || mine.isPending) {
    return <Skeleton height="20rem" label="Loading your team" />;
  }
  if (mine.isError) return <ErrorPage error={mine.error} retry={() => void mine.refetch()} />;
  if (mine.data.submissions_left === 0) {
    return (
      <div className="panel stack">
        <Quota mine={mine.data} task={task} />
      </div>
    );
  }
  return (
    <>
      {mine.data.team ? null : <Invitations challenge={challenge.slug} />}
      <Form mine={mine.data} task={task} challenge={challenge} />
    </>
  );
}

export default function SubmitPage(at: TaskAt) {
  const user = useUser();
  if (user === null) return <SignInNeeded />;
  return (
    <TaskFrame at={at} tab="/submit">
      {(task, challenge) => <Contents task={task} challenge={challenge} />}
    </TaskFrame>
  );
}
