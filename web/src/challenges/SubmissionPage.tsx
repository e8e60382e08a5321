import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "wouter";
import { fetchTask, rescore, submissionFile } from "../api/challenges";
import type { Submission, Task } from "../api/challengeTypes";
import { ApiError } from "../api/client";
import { bytes, moment, plural } from "../format/format";
import { useIsStaff } from "../session/session";
import { PageHeading } from "../shell/PageHeading";
import { ErrorPage } from "../shell/StatePage";
import { Badge } from "../ui/Badge";
import { Crumbs } from "../ui/Crumbs";
import { Icon } from "../ui/Icon";
import { Notice } from "../ui/Notice";
import { PageSkeleton } from "../ui/Skeleton";
import { score3 } from "./board/ranking";
import { ScoreDetail } from "./board/ScoreDetail";
import { useChallenge, useSubmission } from "./data";
import { ProblemList } from "./ProblemList";
import { countOf, grouped } from "./problems";
import { isRunning, metricLabel, STATUSES } from "./words";

/** The way of every submission; the last step is named by how it ended. */
function Way({ submission }: { submission: Submission }) {
  const { status } = submission;
  const at = status === "queued" ? 0 : status === "scoring" ? 1 : 2;
  const end = at === 2 ? STATUSES[status].label : "Result";
  const words = ["Queued", "Scoring", end];
  return (
    <ol className="way" aria-label="Where it stands">
      {words.map((word, i) => {
        const state = i < at || at === 2 ? "done" : i === at ? "running" : "waiting";
        const failed = i === 2 && at === 2 && status !== "succeeded";
        return (
          <li
            key={word}
            className={`step ${failed ? "failed" : state}`}
            aria-current={i === at ? "step" : undefined}
          >
            <span className="step-mark">
              {failed ? <Icon name="close" /> : state === "done" ? <Icon name="check" /> : null}
            </span>
            {word}
          </li>
        );
      })}
    </ol>
  );
}

function Scores({ submission, task }: { submission: Submission; task: Task | undefined }) {
  const { validation_score: validation, overall_score: overall } = submission;
  const metric = task ? metricLabel(task.metric) : "Score";
  return (
    <section className="stack" aria-labelledby="result">
      <h2 id="result">Result</h2>
      <dl className="figures">
        {overall === null ? null : (
          <div>
            <dt>{metric}</dt>
            <dd className="number" title={String(overall)}>
              {score3(overall)}
            </dd>
          </div>
        )}
        <div>
          <dt>{metric} on the validation part</dt>
          <dd className="number" title={String(validation)}>
            {score3(validation)}
          </dd>
        </div>
      </dl>
      {overall === null ? (
        <p className="muted prose">
          The validation part is a small share of the images. The score over all of them is shown to
          everybody when the organisers publish the scores.
        </p>
      ) : (
        <ScoreDetail submission={submission.id} categories={task?.categories ?? []} />
      )}
    </section>
  );
}

function Failed({ submission, again }: { submission: Submission; again: string | null }) {
  const count = countOf(grouped(submission.problems));
  return (
    <section className="stack" aria-labelledby="result">
      <h2 id="result">What to mend</h2>
      <p className="prose">
        The file could not be scored{count > 0 ? `: ${plural(count, "place")} need mending` : ""}.
        It does not count against your quota. Rows are lines of the file, the header being 1.
      </p>
      <ProblemList problems={submission.problems} />
      {again ? (
        <div className="row">
          <Link className="button primary" href={again}>
            <Icon name="upload" /> Submit the mended file
          </Link>
        </div>
      ) : null}
    </section>
  );
}

function Rescore({ id }: { id: number }) {
  const client = useQueryClient();
  const run = useMutation({
    mutationFn: () => rescore(id),
    onSuccess: () => client.invalidateQueries({ queryKey: ["submission", id] }),
  });
  return (
    <>
      <button
        type="button"
        className="button small"
        disabled={run.isPending}
        onClick={() => run.mutate()}
      >
        <Icon name="retry" /> Score again
      </button>
      {run.isError ? <Notice tone="bad">{run.error.message}</Notice> : null}
    </>
  );
}

function Running({ submission, live }: { submission: Submission; live: boolean }) {
  return (
    <p className="row">
      <span className={live ? "pulse on" : "pulse"} aria-hidden="true" />
      <span>
        {submission.status === "queued"
          ? "Waiting for its turn. This page follows by itself."
          : "Being checked and scored. This page follows by itself."}
      </span>
    </p>
  );
}

function Contents({ submission, live }: { submission: Submission; live: boolean }) {
  const staff = useIsStaff();
  const task = useQuery({
    queryKey: ["task", submission.task],
    queryFn: ({ signal }) => fetchTask(submission.task, signal),
  }).data;
  const challenge = useChallenge(task?.challenge ?? "", task !== undefined).data;
  const address = task ? `/challenges/${task.challenge}/${task.slug}` : null;
  const { label, tone } = STATUSES[submission.status];
  const above: [string, string][] = [["/challenges", "Challenges"]];
  if (task && challenge) above.push([`/challenges/${challenge.slug}`, challenge.name]);
  if (task && address) above.push([address, task.name]);
  return (
    <div className="wrap stack wide-gap">
      <div className="page-head">
        <Crumbs above={above} here={`Submission ${submission.id}`} />
        <PageHeading>{`Submission ${submission.id}`}</PageHeading>
        <p className="row" role="status">
          <Badge tone={tone}>{label}</Badge>
          <span>
            {submission.approach_name}, {moment(submission.created)}
          </span>
        </p>
        <div className="row">
          <a className="button small" href={submissionFile(submission.id)} download>
            <Icon name="download" /> The file, {bytes(submission.file.size)}
          </a>
          {address ? (
            <Link className="button small" href={`${address}/leaderboard`}>
              Leaderboard
            </Link>
          ) : null}
          {staff && !isRunning(submission.status) ? <Rescore id={submission.id} /> : null}
        </div>
      </div>
      <Way submission={submission} />
      {isRunning(submission.status) ? <Running submission={submission} live={live} /> : null}
      {submission.status === "succeeded" ? <Scores submission={submission} task={task} /> : null}
      {submission.status === "failed" ? (
        <Failed
          submission={submission}
          again={
            address && task?.state === "open"
              ? `${address}/submit?approach=${submission.approach}`
              : null
          }
        />
      ) : null}
      {submission.status === "internal_failure" ? (
        <Notice tone="warn">
          <span>
            The scoring failed, and not because of your file. It does not count against your quota;
            staff can have it scored again, and you need not do anything.
          </span>
        </Notice>
      ) : null}
      <p className="muted small hash-row">
        SHA-256 of the file: <code className="hash">{submission.file.sha256}</code>
      </p>
    </div>
  );
}

export default function SubmissionPage({ id }: { id: string }) {
  const number = /^\d{1,15}$/.test(id) ? Number(id) : 0;
  const { submission, live } = useSubmission(number);
  if (number === 0) return <ErrorPage error={new ApiError(404, "")} />;
  if (submission.data) return <Contents submission={submission.data} live={live} />;
  if (submission.isError) {
    return <ErrorPage error={submission.error} retry={() => void submission.refetch()} />;
  }
  return <PageSkeleton />;
}
