import { type DragEvent, useId, useState, useSyncExternalStore } from "react";
import { bytes, plural } from "../../format/format";
import { Icon } from "../../ui/Icon";
import { useLeaveWarning } from "../../ui/useLeaveWarning";
import { tenths } from "../../upload/progress";
import { totals, type UploadItem } from "./queue";
import type { UploadRunner } from "./runner";
import { runnerFor } from "./runners";

const WORDS: Readonly<Record<UploadItem["state"], string>> = {
  waiting: "Waiting",
  uploading: "Uploading",
  paused: "Paused",
  registering: "Handing over",
  registered: "Arrived",
  failed: "Failed",
};

/** Tens of thousands of waiting lines would only slow the page down. */
const SHOWN = 60;

function Line({ item, runner }: { item: UploadItem; runner: UploadRunner }) {
  const { id, name, state, sent, size, problem } = item;
  const pausable = state === "uploading" || state === "waiting";
  const resumable = state === "paused" || (state === "failed" && size > 0);
  return (
    <li className={`upload ${state}`}>
      <div className="upload-text">
        <span className="upload-name">{name}</span>
        <span className="muted small number">
          {WORDS[state]}
          {state === "uploading" ? ` ${bytes(sent)} of ${bytes(size)}` : `, ${bytes(size)}`}
        </span>
        {problem ? <span className="problem">{problem}</span> : null}
        {state === "uploading" ? (
          <progress max={size} value={sent} aria-label={`Upload of ${name}`} />
        ) : null}
      </div>
      <div className="row">
        {pausable ? (
          <button
            type="button"
            className="button small square"
            aria-label={`Pause ${name}`}
            onClick={() => runner.pause(id)}
          >
            <Icon name="pause" />
          </button>
        ) : null}
        {resumable ? (
          <button
            type="button"
            className="button small"
            aria-label={`${state === "paused" ? "Resume" : "Retry"} ${name}`}
            onClick={() => runner.resume(id)}
          >
            <Icon name={state === "paused" ? "play" : "retry"} />
            {state === "paused" ? "Resume" : "Retry"}
          </button>
        ) : null}
        {state === "registering" ? null : (
          <button
            type="button"
            className="button quiet small square"
            aria-label={`Take ${name} off the list`}
            onClick={() => runner.remove(id)}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
    </li>
  );
}

/** Takes files by drop or picker and brings them in, three at a time. */
export function UploadQueue({ cohort }: { cohort: number }) {
  const picker = useId();
  const [over, setOver] = useState(false);
  const runner = runnerFor(cohort);
  const items = useSyncExternalStore(runner.watch, runner.snapshot);
  const sum = totals(items);
  const open = items.filter(({ state }) => state !== "registered");
  useLeaveWarning(sum.open > 0);

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    runner.add([...event.dataTransfer.files]);
  }

  return (
    <section className="stack" aria-labelledby={`${picker}-title`}>
      <h2 id={`${picker}-title`}>Add files</h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra beside the button inside */}
      <div
        className={over ? "drop over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Icon name="upload" />
        <p>
          <strong>Drop images, ZIPs of images or a metadata CSV here</strong>
        </p>
        <label className="button primary" htmlFor={picker}>
          Choose files
        </label>
        <input
          id={picker}
          className="visually-hidden"
          type="file"
          multiple
          accept="image/*,.jpg,.jpeg,.png,.tif,.tiff,.zip,.csv"
          onChange={(event) => {
            runner.add([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
        <p className="muted small">
          Location, device and other hidden data are removed from every image.
        </p>
      </div>
      {sum.files > 0 ? (
        <div className="stack">
          <progress max={1} value={sum.share} aria-label="All uploads" />
          <p className="row apart">
            <span className="number">
              {sum.done} of {plural(sum.files, "file")} arrived
              {sum.failed > 0 ? `, ${sum.failed} failed` : ""}
            </span>
          </p>
          <p role="status" className="visually-hidden">
            {sum.open > 0 ? `Uploads ${tenths(sum.share)} per cent` : "All uploads ended"}
          </p>
        </div>
      ) : null}
      {open.length > 0 ? (
        <ul className="uploads" aria-label="Files on their way">
          {open.slice(0, SHOWN).map((item) => (
            <Line key={item.id} item={item} runner={runner} />
          ))}
          {open.length > SHOWN ? (
            <li className="muted small">and {open.length - SHOWN} more</li>
          ) : null}
        </ul>
      ) : null}
    </section>
  );
}
