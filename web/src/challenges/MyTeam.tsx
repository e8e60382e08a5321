import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { invite } from "../api/challenges";
import type { Approach, Mine, Task, Team } from "../api/challengeTypes";
import { date, plural } from "../format/format";
import { Badge } from "../ui/Badge";
import { Icon } from "../ui/Icon";
import { Notice } from "../ui/Notice";
import { TextField } from "../ui/TextField";
import { ApproachDialog } from "./ApproachDialog";
import { score3 } from "./board/ranking";
import { Quota } from "./Quota";
import { REVIEWS, STATUSES } from "./words";

function InviteForm({ team }: { team: Team }) {
  const client = useQueryClient();
  const [email, setEmail] = useState("");
  const send = useMutation({
    mutationFn: () => invite(team.id, email.trim()),
    onSuccess: async () => {
      setEmail("");
      await client.invalidateQueries({ queryKey: ["mine"] });
    },
  });
  return (
    <details className="fold-out">
      <summary>Invite somebody</summary>
      <form
        className="stack tight"
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate();
        }}
      >
        <TextField
          label="E-mail address"
          type="email"
          value={email}
          onChange={setEmail}
          required
          hint="They join after signing in with this address."
        />
        {send.isError ? <Notice tone="bad">{send.error.message}</Notice> : null}
        {send.isSuccess ? <Notice tone="ok">Invited.</Notice> : null}
        <div className="row">
          <button
            type="submit"
            className="button small"
            disabled={email.trim() === "" || send.isPending}
          >
            Invite
          </button>
        </div>
      </form>
    </details>
  );
}

interface TeamPanelProps {
  mine: Mine;
  task: Task;
  submitAt: string;
}

export function TeamPanel({ mine, task, submitAt }: TeamPanelProps) {
  const { team } = mine;
  return (
    <section className="panel stack" aria-labelledby="team">
      <h2 id="team">My team</h2>
      {team ? (
        <>
          <p>
            <strong>{team.name}</strong>
            {team.institution ? <span className="muted">, {team.institution}</span> : null}
          </p>
          <p>{team.members.map(({ name }) => name).join(", ")}</p>
          {team.invitations.length > 0 ? (
            <p className="muted small">Invited: {team.invitations.join(", ")}</p>
          ) : null}
          <InviteForm team={team} />
        </>
      ) : (
        <p className="muted">You are in no team yet. You name one with your first submission.</p>
      )}
      {task.state === "open" ? <Quota mine={mine} task={task} /> : null}
      {task.state === "open" && mine.submissions_left !== 0 ? (
        <Link className="button primary" href={submitAt}>
          <Icon name="upload" /> Submit predictions
        </Link>
      ) : null}
    </section>
  );
}

function Latest({ approach, task }: { approach: Approach; task: Task }) {
  const { latest } = approach;
  if (!latest) return <span className="muted small">Nothing submitted yet</span>;
  const { label, tone } = STATUSES[latest.status];
  const score = task.scores_published ? latest.overall_score : latest.validation_score;
  return (
    <span className="row small">
      <Badge tone={tone}>{label}</Badge>
      {score === null ? null : (
        <span className="number" title={String(score)}>
          {score3(score)} <span className="muted">{task.scores_published ? "" : "validation"}</span>
        </span>
      )}
      <Link href={`/submissions/${latest.id}`}>
        Submission {latest.id}, {date(latest.created)}
      </Link>
    </span>
  );
}

/** What my team tried so far, each with what became of its latest file. */
export function Approaches({ mine, task }: { mine: Mine; task: Task }) {
  const [edited, setEdited] = useState<Approach>();
  if (mine.approaches.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="approaches">
      <h2 id="approaches">My approaches</h2>
      <ul className="uploads">
        {mine.approaches.map((approach) => (
          <li key={approach.id} className="approach">
            <div className="upload-text">
              <span className="upload-name">{approach.name}</span>
              <span className="muted small">
                {plural(approach.submissions_count, "submission")}
                {approach.uses_external_data ? ", uses external data" : ""}
                {approach.review_state ? `, ${REVIEWS[approach.review_state].toLowerCase()}` : ""}
              </span>
              {approach.reject_reason ? (
                <span className="problem">{approach.reject_reason}</span>
              ) : null}
              <Latest approach={approach} task={task} />
            </div>
            <div className="row">
              <button
                type="button"
                className="button small"
                disabled={task.state !== "open"}
                aria-label={`Edit ${approach.name}`}
                onClick={() => setEdited(approach)}
              >
                Edit
              </button>
            </div>
          </li>
        ))}
      </ul>
      {edited ? (
        <ApproachDialog approach={edited} task={task} onClose={() => setEdited(undefined)} />
      ) : null}
    </section>
  );
}
