import { useState } from "react";
import { Link } from "wouter";
import type { Challenge, Task } from "../api/challengeTypes";
import { moment, plural } from "../format/format";
import { useIsStaff } from "../session/session";
import { PageHeading } from "../shell/PageHeading";
import { ErrorPage } from "../shell/StatePage";
import { Badge } from "../ui/Badge";
import { Crumbs } from "../ui/Crumbs";
import { Icon } from "../ui/Icon";
import { PageSkeleton } from "../ui/Skeleton";
import { ChallengeBadges } from "./ChallengeItem";
import { useChallenge } from "./data";
import { Invitations } from "./Invitations";
import { ChallengeDialog } from "./staff/ChallengeDialog";
import { TaskDialog } from "./staff/TaskDialog";
import { metricInText, TASK_STATES } from "./words";

type Shown = "edit" | "task" | null;

/** Before a task opens its images are not known yet. */
function sizeOf({ images_count, categories }: Task): string {
  if (images_count === 0) return "";
  return `${plural(images_count, "image")} · ${plural(categories.length, "category", "categories")} · `;
}

function TaskItem({ task, challenge }: { task: Task; challenge: Challenge }) {
  const { label, tone } = TASK_STATES[task.state];
  const address = `/challenges/${challenge.slug}/${task.slug}`;
  return (
    <li className="panel task-item">
      <div className="stack tight">
        <h3>
          <Link href={address}>{task.name}</Link>
        </h3>
        {task.description ? <p className="clamp">{task.description}</p> : null}
        <p className="row small">
          <Badge tone={tone}>{label}</Badge>
          {task.hidden ? <Badge tone="warn">Hidden</Badge> : null}
          <span className="muted number">
            {sizeOf(task)}ranked by {metricInText(task.metric)}
          </span>
        </p>
      </div>
      <div className="row">
        <Link className="button small" href={`${address}/leaderboard`}>
          Leaderboard<span className="visually-hidden"> of {task.name}</span>
        </Link>
        {task.state === "open" ? (
          <Link className="button small primary" href={`${address}/submit`}>
            Submit<span className="visually-hidden"> to {task.name}</span>
          </Link>
        ) : null}
      </div>
    </li>
  );
}

function Dates({ challenge }: { challenge: Challenge }) {
  const { opens_at, closes_at, teams_count } = challenge;
  return (
    <section className="panel stack" aria-labelledby="dates">
      <h2 id="dates">At a glance</h2>
      <dl className="metadata">
        <div>
          <dt>{challenge.state === "upcoming" ? "Opens" : "Opened"}</dt>
          <dd>{moment(opens_at)}</dd>
        </div>
        <div>
          <dt>{challenge.state === "closed" ? "Closed" : "Closes"}</dt>
          <dd>{moment(closes_at)}</dd>
        </div>
        <div>
          <dt>Teams</dt>
          <dd className="number">{teams_count}</dd>
        </div>
      </dl>
      <p className="muted small">Times are in your own time zone.</p>
    </section>
  );
}

function Contents({ challenge }: { challenge: Challenge }) {
  const staff = useIsStaff();
  const [shown, setShown] = useState<Shown>(null);
  return (
    <div className="wrap stack wide-gap">
      <div className="page-head">
        <Crumbs above={[["/challenges", "Challenges"]]} here={challenge.name} />
        <PageHeading>{challenge.name}</PageHeading>
        <ChallengeBadges challenge={challenge} />
        {staff ? (
          <div className="row">
            <button type="button" className="button small" onClick={() => setShown("edit")}>
              Edit
            </button>
            <button type="button" className="button small" onClick={() => setShown("task")}>
              <Icon name="plus" /> New task
            </button>
          </div>
        ) : null}
      </div>
      <Invitations challenge={challenge.slug} />
      <div className="image-layout">
        <div className="image-main">
          {challenge.description ? <p className="pre-line lead">{challenge.description}</p> : null}
          <section className="stack" aria-labelledby="tasks">
            <h2 id="tasks">Tasks</h2>
            {challenge.tasks.length === 0 ? (
              <p className="muted">No task has been announced yet.</p>
            ) : (
              <ul className="stack">
                {challenge.tasks.map((task) => (
                  <TaskItem key={task.id} task={task} challenge={challenge} />
                ))}
              </ul>
            )}
          </section>
          {challenge.rules ? (
            <section className="stack" aria-labelledby="rules">
              <h2 id="rules">Rules</h2>
              <p className="pre-line prose">{challenge.rules}</p>
            </section>
          ) : null}
        </div>
        <div className="image-facts">
          <Dates challenge={challenge} />
        </div>
      </div>
      {shown === "edit" ? (
        <ChallengeDialog challenge={challenge} onClose={() => setShown(null)} />
      ) : null}
      {shown === "task" ? (
        <TaskDialog challenge={challenge} onClose={() => setShown(null)} />
      ) : null}
    </div>
  );
}

export default function ChallengePage({ slug }: { slug: string }) {
  const challenge = useChallenge(slug);
  if (challenge.data) return <Contents challenge={challenge.data} />;
  if (challenge.isError) {
    return <ErrorPage error={challenge.error} retry={() => void challenge.refetch()} />;
  }
  return <PageSkeleton />;
}
