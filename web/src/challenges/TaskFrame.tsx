import type { ReactNode } from "react";
import { Link } from "wouter";
import type { Challenge, Task } from "../api/challengeTypes";
import { ApiError } from "../api/client";
import { PageHeading } from "../shell/PageHeading";
import { ErrorPage } from "../shell/StatePage";
import { Badge } from "../ui/Badge";
import { Crumbs } from "../ui/Crumbs";
import { PageSkeleton } from "../ui/Skeleton";
import { useChallenge } from "./data";
import { TASK_STATES } from "./words";

export interface TaskAt {
  slug: string;
  task: string;
}

const TABS = [
  ["", "Task"],
  ["/submit", "Submit"],
  ["/leaderboard", "Leaderboard"],
] as const;
type Tab = (typeof TABS)[number][0];

interface FrameProps {
  at: TaskAt;
  tab: Tab;
  children: (task: Task, challenge: Challenge) => ReactNode;
}

function Head({ challenge, task, tab }: { challenge: Challenge; task: Task; tab: Tab }) {
  const { label, tone } = TASK_STATES[task.state];
  const address = `/challenges/${challenge.slug}/${task.slug}`;
  const tabName = TABS.find(([path]) => path === tab)?.[1] ?? "";
  const title = tab === "" ? task.name : `${tabName}: ${task.name}`;
  return (
    <>
      <div className="page-head">
        <Crumbs
          above={[
            ["/challenges", "Challenges"],
            [`/challenges/${challenge.slug}`, challenge.name],
          ]}
          here={task.name}
        />
        <PageHeading title={title}>{task.name}</PageHeading>
        <p className="row">
          <Badge tone={tone}>{label}</Badge>
          {task.hidden ? <Badge tone="warn">Hidden</Badge> : null}
          {task.scores_published ? <Badge tone="info">Scores published</Badge> : null}
        </p>
      </div>
      <nav className="tabs" aria-label={task.name}>
        {TABS.map(([path, words]) => (
          <Link key={path} href={address + path} aria-current={path === tab ? "page" : undefined}>
            {words}
          </Link>
        ))}
      </nav>
    </>
  );
}

/** The head that the three pages of a task share. */
export function TaskFrame({ at, tab, children }: FrameProps) {
  const challenge = useChallenge(at.slug);
  if (challenge.isError && !challenge.data) {
    return <ErrorPage error={challenge.error} retry={() => void challenge.refetch()} />;
  }
  if (!challenge.data) return <PageSkeleton />;
  const task = challenge.data.tasks.find(({ slug }) => slug === at.task);
  if (!task) return <ErrorPage error={new ApiError(404, "")} />;
  return (
    <div className="wrap stack wide-gap">
      <Head challenge={challenge.data} task={task} tab={tab} />
      {children(task, challenge.data)}
    </div>
  );
}
