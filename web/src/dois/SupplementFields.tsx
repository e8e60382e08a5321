import { useEffect, useRef } from "react";
import { TextField } from "../ui/TextField";
import { DropField, FileLine } from "../upload/FileField";
import { useUpload } from "../upload/useUpload";

export const MAX_SUPPLEMENTS = 10;

export interface Supplement {
  readonly key: number;
  readonly file: File;
  readonly description: string;
  /** The signed value, once the file has arrived. */
  readonly blob: string | null;
}

export const isReady = ({ blob, description }: Supplement): boolean =>
  blob !== null && description.trim() !== "";

interface LineProps {
  supplement: Supplement;
  onChange: (change: Partial<Supplement>) => void;
  onRemove: () => void;
}

function Line({ supplement, onChange, onRemove }: LineProps) {
  const uploading = useUpload("supplement");
  const { upload, start } = uploading;
  const begun = useRef(false);
  const value = upload.phase === "arrived" ? upload.value : null;

  useEffect(() => {
    if (!begun.current) start(supplement.file);
    begun.current = true;
  }, [start, supplement.file]);
  // React may take a component down and up again at once; the upload was then stopped.
  useEffect(
    () => () => {
      begun.current = false;
    },
    [],
  );
  useEffect(() => {
    if (supplement.blob !== value) onChange({ blob: value });
  }, [supplement.blob, value, onChange]);

  return (
    <li className="panel stack tight">
      <FileLine uploading={uploading} onRemove={onRemove} />
      {upload.phase === "none" && upload.problem ? (
        <p className="problem" role="alert">
          {upload.problem}
        </p>
      ) : null}
      <TextField
        label={`What ${supplement.file.name} is`}
        value={supplement.description}
        onChange={(description) => onChange({ description })}
        required
        maxLength={255}
      />
    </li>
  );
}

interface SupplementFieldsProps {
  value: readonly Supplement[];
  onChange: (update: (before: readonly Supplement[]) => Supplement[]) => void;
}

let nextKey = 1;

/** Files that go beside the images: code books, splits, code. Each arrives while the form is filled. */
export function SupplementFields({ value, onChange }: SupplementFieldsProps) {
  const room = MAX_SUPPLEMENTS - value.length;
  return (
    <fieldset className="stack tight">
      <legend className="label">
        Supplements <span className="muted">(optional)</span>
      </legend>
      <ul className="stack tight">
        {value.map((supplement) => (
          <Line
            key={supplement.key}
            supplement={supplement}
            onChange={(change) =>
              onChange((before) =>
                before.map((old) => (old.key === supplement.key ? { ...old, ...change } : old)),
              )
            }
            onRemove={() =>
              onChange((before) => before.filter(({ key }) => key !== supplement.key))
            }
          />
        ))}
      </ul>
      {room > 0 ? (
        <DropField
          label="Drop supplements here"
          button="Choose files"
          accept=""
          multiple
          hint={`Up to ${MAX_SUPPLEMENTS}, each with a description.`}
          onFiles={(files) =>
            onChange((before) => [
              ...before,
              ...files
                .slice(0, MAX_SUPPLEMENTS - before.length)
                .map((file) => ({ key: nextKey++, file, description: "", blob: null })),
            ])
          }
        />
      ) : (
        <p className="muted small">That is the most a data set can have.</p>
      )}
    </fieldset>
  );
}
