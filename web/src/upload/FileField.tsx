import { type ReactNode, useId, useState } from "react";
import { bytes } from "../format/format";
import { Icon } from "../ui/Icon";
import { useLeaveWarning } from "../ui/useLeaveWarning";
import { tenths } from "./progress";
import type { Upload, Uploading } from "./useUpload";

const WORDS = { sending: "Uploading", failed: "Failed", arrived: "Arrived" } as const;

type Chosen = Exclude<Upload, { phase: "none" }>;

/** A file on its way: name, progress, and what can be done about it. */
export function FileLine({ uploading, onRemove }: { uploading: Uploading; onRemove?: () => void }) {
  const { upload } = uploading;
  if (upload.phase === "none") return null;
  const { file, phase } = upload as Chosen;
  const sent = upload.phase === "sending" ? upload.sent : 0;
  return (
    <div className="file-line">
      <div className="upload-text">
        <span className="upload-name">{file.name}</span>
        <span className="muted small number">
          {WORDS[phase]}
          {phase === "sending" ? ` ${bytes(sent)} of ${bytes(file.size)}` : `, ${bytes(file.size)}`}
        </span>
        {upload.phase === "failed" ? (
          <span className="problem" role="alert">
            {upload.problem}
          </span>
        ) : null}
        {phase === "sending" ? (
          <progress max={file.size} value={sent} aria-label={`Upload of ${file.name}`} />
        ) : null}
        <span role="status" className="visually-hidden">
          {phase === "sending"
            ? `Upload ${tenths(sent / file.size)} per cent`
            : phase === "arrived"
              ? `${file.name} arrived`
              : ""}
        </span>
      </div>
      <div className="row">
        {phase === "arrived" ? <Icon name="check" /> : null}
        {phase === "failed" ? (
          <button
            type="button"
            className="button small"
            aria-label={`Retry ${file.name}`}
            onClick={uploading.retry}
          >
            <Icon name="retry" /> Retry
          </button>
        ) : null}
        <button
          type="button"
          className="button quiet small square"
          aria-label={`Take ${file.name} away`}
          onClick={onRemove ?? uploading.clear}
        >
          <Icon name="close" />
        </button>
      </div>
    </div>
  );
}

interface DropProps {
  label: string;
  button: string;
  accept: string;
  hint?: ReactNode;
  multiple?: boolean;
  disabled?: boolean;
  onFiles: (files: File[]) => void;
}

/** Takes files by drop or by the picker. */
export function DropField({ label, button, accept, hint, multiple, disabled, onFiles }: DropProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra beside the button inside
    <div
      className={over ? "drop small-drop over" : "drop small-drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (!disabled) onFiles([...event.dataTransfer.files].slice(0, multiple ? undefined : 1));
      }}
    >
      <p>
        <strong>{label}</strong>
      </p>
      <label className="button" htmlFor={id} aria-disabled={disabled}>
        <Icon name="upload" /> {button}
      </label>
      <input
        id={id}
        className="visually-hidden"
        type="file"
        accept={accept}
        multiple={multiple ?? false}
        disabled={disabled ?? false}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      {hint ? (
        <p className="muted small" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}

interface FileFieldProps extends Omit<DropProps, "onFiles" | "multiple"> {
  uploading: Uploading;
}

/** One file: choose it, watch it arrive, take another instead. */
export function FileField({ uploading, ...drop }: FileFieldProps) {
  const { upload } = uploading;
  useLeaveWarning(upload.phase === "sending");
  if (upload.phase !== "none") return <FileLine uploading={uploading} />;
  return (
    <div className="stack tight">
      <DropField {...drop} onFiles={([file]) => file && uploading.start(file)} />
      {upload.problem ? (
        <p className="problem" role="alert">
          {upload.problem}
        </p>
      ) : null}
    </div>
  );
}
