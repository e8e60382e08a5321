import { type ReactNode, useId } from "react";

interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  problem?: string | undefined;
  required?: boolean;
  multiline?: boolean;
  type?: "text" | "url" | "email";
  maxLength?: number;
  autoComplete?: string;
}

/** A labelled input with its hint and its problem tied to it. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, hint, problem, multiline = false, type = "text" } = props;
  const id = useId();
  const shared = {
    id,
    className: "input",
    value,
    required: props.required ?? false,
    "aria-invalid": problem !== undefined,
    "aria-describedby": `${id}-hint ${id}-problem`,
    autoComplete: props.autoComplete ?? "off",
    ...(props.maxLength ? { maxLength: props.maxLength } : {}),
  };
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {props.required ? null : <span className="muted"> (optional)</span>}
      </label>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {multiline ? (
        <textarea {...shared} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...shared} type={type} onChange={(event) => onChange(event.target.value)} />
      )}
      {problem ? (
        <span className="problem" id={`${id}-problem`}>
          {problem}
        </span>
      ) : null}
    </div>
  );
}
