import { TextField } from "../../ui/TextField";
import { FileField } from "../../upload/FileField";
import type { Uploading } from "../../upload/useUpload";

export const MANUSCRIPT_ENDINGS = [".pdf"] as const;

export interface ApproachForm {
  readonly name: string;
  readonly description: string;
  /** undefined is not answered yet. */
  readonly uses_external_data?: boolean | undefined;
}

export const NEW_APPROACH: ApproachForm = { name: "", description: "" };

interface ApproachFieldsProps {
  form: ApproachForm;
  onChange: (form: ApproachForm) => void;
  manuscript: Uploading;
  isManuscriptRequired: boolean;
}

export function ApproachFields(props: ApproachFieldsProps) {
  const { form, onChange, manuscript, isManuscriptRequired } = props;
  return (
    <>
      <TextField
        label="Name of the approach"
        value={form.name}
        onChange={(name) => onChange({ ...form, name })}
        required
        maxLength={100}
      />
      <TextField
        label="How it works"
        value={form.description}
        onChange={(description) => onChange({ ...form, description })}
        required
        multiline
        hint="Model, training data, ensembling: enough for others to understand the result."
      />
      <fieldset>
        <legend className="label">Does it use other data than the task provides?</legend>
        {[false, true].map((value) => (
          <label key={String(value)} className="choice">
            <input
              type="radio"
              name="external-data"
              checked={form.uses_external_data === value}
              onChange={() => onChange({ ...form, uses_external_data: value })}
            />
            <span>{value ? "Yes, external data too" : "No, only the task's data"}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="stack tight">
        <legend className="label">
          Manuscript {isManuscriptRequired ? null : <span className="muted">(optional)</span>}
        </legend>
        <FileField
          uploading={manuscript}
          label="Drop the PDF here"
          button="Choose a PDF"
          accept=".pdf,application/pdf"
        />
      </fieldset>
    </>
  );
}
