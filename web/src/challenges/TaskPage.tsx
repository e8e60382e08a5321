import { Link } from "wouter";
import type { Challenge, Task } from "../api/challengeTypes";
import { moment, plural } from "../format/format";
import { useIsStaff, useUser } from "../session/session";
import { CodeBlock } from "../ui/CodeBlock";
import { saveText } from "../ui/download";
import { Icon } from "../ui/Icon";
import { useMine } from "./data";
import { Invitations } from "./Invitations";
import { Approaches, TeamPanel } from "./MyTeam";
import { TaskDesk } from "./staff/TaskDesk";
import { type TaskAt, TaskFrame } from "./TaskFrame";
import { METRICS, metricInText } from "./words";

/** The name of the first column, as the sample has it. */
const idColumn = ({ sample }: Task): string => sample.split(",")[0] || "image";

function Format({ task }: { task: Task }) {
  return (
    <section className="stack" aria-labelledby="format">
      <h2 id="format">Format of the file</h2>
      <div className="prose">
        <ul>
          <li>
            CSV in UTF-8 with a header line: <code>{idColumn(task)}</code> and every category, in
            any order.
          </li>
          <li>One row for each image of the task, in any order.</li>
          <li>
            Each value is a number between 0.0 and 1.0 with a decimal point; 0.5 is the threshold
            where a measure needs one.
          </li>
        </ul>
      </div>
      {task.sample ? (
        <>
          <CodeBlock title="The first lines of a valid file" text={task.sample} />
          <div className="row">
            <button
              type="button"
              className="button small"
              onClick={() => saveText(`${task.slug}-sample.csv`, task.sample)}
            >
              <Icon name="download" /> Download the sample
            </button>
          </div>
        </>
      ) : null}
    </section>
  );
}

function Facts({ task, challenge }: { task: Task; challenge: Challenge }) {
  return (
    <section className="panel stack" aria-labelledby="facts">
      <h2 id="facts">At a glance</h2>
      <dl className="metadata">
        <div>
          <dt>Images</dt>
          <dd className="number">
            {task.images_count === 0 ? (
              "Not fixed yet"
            ) : task.collection_id === null ? (
              plural(task.images_count, "image")
            ) : (
              <Link href={`/collections/${task.collection_id}`}>
                {plural(task.images_count, "image")}
              </Link>
            )}
          </dd>
        </div>
        <div>
          <dt>Closes</dt>
          <dd>{moment(challenge.closes_at)}</dd>
        </div>
        <div>
          <dt>Approaches</dt>
          <dd>{task.max_approaches > 0 ? `Up to ${task.max_approaches} per team` : "No limit"}</dd>
        </div>
        <div>
          <dt>Submissions</dt>
          <dd>
            {task.max_submissions_per_week > 0
              ? `Up to ${task.max_submissions_per_week} a week`
              : "No limit"}
          </dd>
        </div>
        <div>
          <dt>Manuscript</dt>
          <dd>{task.requires_manuscript ? "Needed" : "Optional"}</dd>
        </div>
      </dl>
    </section>
  );
}

function Mine({ task, address }: { task: Task; address: string }) {
  const user = useUser();
  const mine = useMine(task.id).data;
  if (user === null && task.state === "open") {
    return (
      <section className="panel stack" aria-labelledby="team">
        <h2 id="team">Take part</h2>
        <p>Sign in, name your team, and submit a file of predictions.</p>
        <Link className="button primary" href={`${address}/submit`}>
          Submit
        </Link>
      </section>
    );
  }
  return mine ? <TeamPanel mine={mine} task={task} submitAt={`${address}/submit`} /> : null;
}

function Contents({ task, challenge }: { task: Task; challenge: Challenge }) {
  const staff = useIsStaff();
  const mine = useMine(task.id).data;
  const address = `/challenges/${challenge.slug}/${task.slug}`;
  return (
    <>
      <Invitations challenge={challenge.slug} />
      {staff ? <TaskDesk task={task} challenge={challenge} /> : null}
      <div className="image-layout">
        <div className="image-main">
          <section className="stack" aria-labelledby="about">
            <h2 id="about">The task</h2>
            <p className="pre-line prose">{task.description || "No description yet."}</p>
          </section>
          {mine ? <Approaches mine={mine} task={task} /> : null}
          <section className="stack" aria-labelledby="metric">
            <h2 id="metric">Ranked by {metricInText(task.metric)}</h2>
            <p className="prose">{METRICS[task.metric]?.help}</p>
            <ul className="row" aria-label="Categories">
              {task.categories.map((category) => (
                <li key={category}>
                  <code className="category">{category}</code>
                </li>
              ))}
            </ul>
          </section>
          {task.categories.length > 0 ? <Format task={task} /> : null}
        </div>
        <div className="image-facts">
          <Mine task={task} address={address} />
          <Facts task={task} challenge={challenge} />
        </div>
      </div>
    </>
  );
}

export default function TaskPage(at: TaskAt) {
  return (
    <TaskFrame at={at} tab="">
      {(task, challenge) => <Contents task={task} challenge={challenge} />}
    </TaskFrame>
  );
}
