import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { changeTask, createTask } from "../../api/challenges";
import type { Challenge, MetricName, Task } from "../../api/challengeTypes";
import { Dialog } from "../../ui/Dialog";
import { Notice } from "../../ui/Notice";
import { TextField } from "../../ui/TextField";
import { metricLabel, RANKED_BY } from "../words";

interface TaskDialogProps {
  challenge: Challenge;
  /** None makes a new one. */
  task?: Task;
  onClose: () => void;
}

interface NumberFieldProps {
  label: string;
  hint: string;
  value: string;
  onChange: (value: string) => void;
}

function NumberField({ label, hint, value, onChange }: NumberFieldProps) {
  return (
    <label className="field">
      <span className="label">{label}</span>
      <input
        className="input"
        type="number"
        min={0}
        step={1}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <span className="hint">{hint}</span>
    </label>
  );
}

export function TaskDialog({ challenge, task, onClose }: TaskDialogProps) {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [name, setName] = useState(task?.name ?? "");
  const [description, setDescription] = useState(task?.description ?? "");
  const [metric, setMetric] = useState<MetricName>(task?.metric ?? "balanced_accuracy");
  const [collection, setCollection] = useState(String(task?.collection_id ?? ""));
  const [approaches, setApproaches] = useState(String(task?.max_approaches ?? 3));
  const [weekly, setWeekly] = useState(String(task?.max_submissions_per_week ?? 10));
  const [manuscript, setManuscript] = useState(task?.requires_manuscript ?? true);
  const [hidden, setHidden] = useState(task?.hidden ?? false);
  const isFrozen = task !== undefined && task.state !== "draft";
  const save = useMutation({
    mutationFn: () => {
      const form = {
        name: name.trim(),
        description: description.trim(),
        max_approaches: Number(approaches),
        max_submissions_per_week: Number(weekly),
        requires_manuscript: manuscript,
        hidden,
        // What the scores depend on is frozen when the task opens.
        ...(isFrozen
          ? {}
          : { metric, collection_id: collection === "" ? null : Number(collection) }),
      };
      return task
        ? changeTask(task.id, form)
        : createTask(challenge.slug, { ...form, type: "classification" });
    },
    onSuccess: async ({ slug }) => {
      await client.invalidateQueries({ queryKey: ["challenge", challenge.slug] });
      void client.invalidateQueries({ queryKey: ["challenges"] });
      onClose();
      navigate(`/challenges/${challenge.slug}/${slug}`);
    },
  });
  return (
    <Dialog title={task ? "Edit the task" : "New task"} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextField label="Name" value={name} onChange={setName} required maxLength={100} />
        <TextField label="Description" value={description} onChange={setDescription} multiline />
        <div className="field-pair">
          <label className="field">
            <span className="label">Ranked by</span>
            <select
              className="input"
              value={metric}
              disabled={isFrozen}
              onChange={(event) => setMetric(event.target.value as MetricName)}
            >
              {RANKED_BY.map((value) => (
                <option key={value} value={value}>
                  {metricLabel(value)}
                </option>
              ))}
            </select>
            <span className="hint">{isFrozen ? "Fixed since the task opened." : ""}</span>
          </label>
          {isFrozen ? null : (
            <NumberField
              label="Collection"
              hint="Its number, from its address; empty takes the images of the truth."
              value={collection}
              onChange={setCollection}
            />
          )}
          <NumberField
            label="Approaches per team"
            hint="0 is no limit."
            value={approaches}
            onChange={setApproaches}
          />
          <NumberField
            label="Submissions a week"
            hint="Per team and person; 0 is no limit."
            value={weekly}
            onChange={setWeekly}
          />
        </div>
        <fieldset>
          <legend className="visually-hidden">Options</legend>
          <label className="choice">
            <input
              type="checkbox"
              checked={manuscript}
              onChange={(event) => setManuscript(event.target.checked)}
            />
            <span>Every approach needs a manuscript</span>
          </label>
          <label className="choice">
            <input
              type="checkbox"
              checked={hidden}
              onChange={(event) => setHidden(event.target.checked)}
            />
            <span>
              Hidden
              <small>Only staff see it.</small>
            </span>
          </label>
        </fieldset>
        {save.isError ? <Notice tone="bad">{save.error.message}</Notice> : null}
        <div className="row end">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button
            type="submit"
            className="button primary"
            disabled={name.trim() === "" || save.isPending}
          >
            {task ? "Save" : "Create task"}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
