import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { changeTask, giveTruth, openTask } from "../../api/challenges";
import type { Challenge, TableProblem, Task } from "../../api/challengeTypes";
import { ApiError } from "../../api/client";
import { plural } from "../../format/format";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { Icon } from "../../ui/Icon";
import { Notice } from "../../ui/Notice";
import { FileField } from "../../upload/FileField";
import { useUpload } from "../../upload/useUpload";
import { ProblemList } from "../ProblemList";
import { hiddenImagesIn } from "./hiddenImages";
import { ReviewList } from "./ReviewList";
import { TaskDialog } from "./TaskDialog";

const CSV = [".csv"];

function problemsIn(error: Error): TableProblem[] {
  const body = error instanceof ApiError ? error.body : null;
  const problems = (body as { problems?: unknown } | null)?.problems;
  return Array.isArray(problems) ? (problems as TableProblem[]) : [];
}

function TruthFailure({ error }: { error: Error }) {
  const problems = problemsIn(error);
  return (
    <>
      <Notice tone="bad">
        {problems.length > 0 ? "This truth cannot be used. Nothing was changed." : error.message}
      </Notice>
      {problems.length > 0 ? <ProblemList problems={problems} /> : null}
    </>
  );
}

/** The ground truth goes in here and never comes out again, not even for staff. */
function Truth({ task, onChanged }: { task: Task; onChanged: () => Promise<void> }) {
  const uploading = useUpload("truth", CSV);
  const { upload } = uploading;
  const give = useMutation({
    mutationFn: (value: string) => giveTruth(task.id, value),
    onSuccess: onChanged,
  });
  return (
    <div className="stack tight">
      <h3>{task.categories.length > 0 ? "Replace the ground truth" : "Ground truth"}</h3>
      <FileField
        uploading={uploading}
        label="Drop the truth as CSV here"
        button="Choose a CSV file"
        accept=".csv,text/csv"
        hint="Columns: image, then one for each category with 0 or 1; score_weight and validation_weight if needed. Nobody can read it again."
      />
      {upload.phase === "arrived" ? (
        <div className="row">
          <button
            type="button"
            className="button small primary"
            disabled={give.isPending}
            onClick={() => give.mutate(upload.value)}
          >
            {give.isPending ? "Checking…" : "Check and use it"}
          </button>
        </div>
      ) : null}
      {give.isError ? <TruthFailure error={give.error} /> : null}
      {give.isSuccess ? (
        <Notice tone="ok">
          <span>
            {plural(give.data.rows, "row")}, {give.data.categories.join(", ")}.
          </span>
        </Notice>
      ) : null}
    </div>
  );
}

const NEXT: Readonly<Record<Task["state"], string>> = {
  draft: "Opening freezes the images and the truth. It cannot be undone.",
  open: "Takes submissions.",
  closed: "Takes no more submissions.",
};

type Act = "open" | "lock" | "publish" | "take back";

interface Question {
  title: string;
  confirm: string;
  danger?: boolean;
  promise?: string;
  text: string;
}

function questionOf(act: Act, task: Task): Question {
  switch (act) {
    case "open":
      return {
        title: `Open ${task.name}?`,
        confirm: "Open the task",
        promise: "Images and truth are right.",
        text: `Everybody will see the task and the ids of its ${plural(task.images_count, "image")}, and teams can submit. Its images and its truth cannot be changed afterwards, and it cannot become a draft again.`,
      };
    case "lock":
      return task.locked
        ? {
            title: "Take submissions again?",
            confirm: "Take submissions again",
            text: "Teams can submit until the challenge closes. You can stop this again at any time.",
          }
        : {
            title: "Take no more submissions?",
            confirm: "Take no more",
            danger: true,
            text: "Teams that submit from now on are refused, whatever the deadline says. What was handed in is scored. You can take submissions again at any time.",
          };
    case "publish":
      return {
        title: "Publish the scores?",
        confirm: "Publish the scores",
        text: "Everybody on the internet will see the leaderboard: teams, approaches, ranks and scores. You can take the scores back, but what others have seen by then they have seen.",
      };
    case "take back":
      return {
        title: "Take the scores back?",
        confirm: "Take them back",
        danger: true,
        text: "The leaderboard and all scores disappear for everybody but staff, for the teams too. You can publish them again.",
      };
  }
}

/** For staff: the way of a task from its truth to published scores. */
export function TaskDesk({ task, challenge }: { task: Task; challenge: Challenge }) {
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const [asked, setAsked] = useState<Act | null>(null);
  const [hidden, setHidden] = useState(0);
  const [failed, setFailed] = useState<Error | null>(null);
  const changed = async () => {
    await client.invalidateQueries({ queryKey: ["challenge", challenge.slug] });
    void client.invalidateQueries({ queryKey: ["board", task.id] });
  };
  const act = async (what: Act) => {
    setFailed(null);
    try {
      if (what === "open") await openTask(task.id, 0);
      else if (what === "lock") await changeTask(task.id, { locked: !task.locked });
      else await changeTask(task.id, { scores_published: what === "publish" });
    } catch (error) {
      const count = hiddenImagesIn(error);
      if (count !== null) return setHidden(count);
      if (error instanceof Error && problemsIn(error).length > 0) setFailed(error);
      throw error;
    }
    await changed();
  };
  const openWithout = async () => {
    await openTask(task.id, hidden);
    await changed();
  };
  const hasTruth = task.categories.length > 0;
  return (
    <section className="panel stack" aria-labelledby="desk">
      <div className="row apart">
        <h2 id="desk">For staff</h2>
        <div className="row">
          <button type="button" className="button small" onClick={() => setEditing(true)}>
            Edit
          </button>
          {task.state === "draft" ? (
            <button
              type="button"
              className="button small primary"
              disabled={!hasTruth}
              onClick={() => setAsked("open")}
            >
              Open the task…
            </button>
          ) : (
            <>
              <button type="button" className="button small" onClick={() => setAsked("lock")}>
                {task.locked ? "Take submissions again…" : "Take no more submissions…"}
              </button>
              <button
                type="button"
                className={task.scores_published ? "button small" : "button small primary"}
                onClick={() => setAsked(task.scores_published ? "take back" : "publish")}
              >
                {task.scores_published ? "Take the scores back…" : "Publish the scores…"}
              </button>
            </>
          )}
        </div>
      </div>
      <p className="muted">
        {task.state === "draft" && !hasTruth
          ? "It needs a ground truth before it can be opened."
          : NEXT[task.state]}{" "}
        {task.scores_published ? "Everybody sees the scores." : ""}
      </p>
      {failed ? <ProblemList problems={problemsIn(failed)} /> : null}
      {task.state === "draft" ? <Truth task={task} onChanged={changed} /> : null}
      {hasTruth ? (
        <p className="row small">
          <Icon name="check" /> Truth for {plural(task.categories.length, "category", "categories")}
        </p>
      ) : null}
      {task.state === "draft" ? null : <ReviewList task={task} challenge={challenge} />}
      {editing ? (
        <TaskDialog challenge={challenge} task={task} onClose={() => setEditing(false)} />
      ) : null}
      {asked ? <Ask act={asked} task={task} run={act} onClose={() => setAsked(null)} /> : null}
      {hidden > 0 ? (
        <ConfirmDialog
          title={`Open ${task.name} without ${plural(hidden, "image")}?`}
          confirm="Open without them"
          danger
          act={openWithout}
          onClose={() => setHidden(0)}
        >
          <p>
            {plural(hidden, "image")} of the truth cannot be seen by participants, because not
            public. Only the others will be asked for and scored, and that cannot be changed
            afterwards. To have them all, publish them first or take them out of the truth.
          </p>
        </ConfirmDialog>
      ) : null}
    </section>
  );
}

interface AskProps {
  act: Act;
  task: Task;
  run: (act: Act) => Promise<void>;
  onClose: () => void;
}

function Ask({ act, task, run, onClose }: AskProps) {
  const { text, ...question } = questionOf(act, task);
  return (
    <ConfirmDialog {...question} act={() => run(act)} onClose={onClose}>
      <p>{text}</p>
    </ConfirmDialog>
  );
}
