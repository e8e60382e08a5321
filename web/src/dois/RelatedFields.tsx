import { useId } from "react";
import type { RelatedIdentifier } from "../api/doiTypes";
import { Icon } from "../ui/Icon";
import { NEW_RELATED, problemOf, RELATIONS } from "./related";

interface RelatedFieldsProps {
  value: readonly RelatedIdentifier[];
  onChange: (value: RelatedIdentifier[]) => void;
}

interface LineProps {
  line: RelatedIdentifier;
  at: number;
  problem: string | undefined;
  onChange: (line: RelatedIdentifier) => void;
  onRemove: () => void;
}

function Line({ line, at, problem, onChange, onRemove }: LineProps) {
  const id = useId();
  const isDoi = line.related_identifier_type === "DOI";
  return (
    <li className="related-line">
      <select
        className="input"
        aria-label={`Relation of identifier ${at + 1}`}
        value={line.relation_type}
        onChange={(event) => onChange({ ...line, relation_type: event.target.value })}
      >
        {RELATIONS.map(([name, label]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
      <select
        className="input"
        aria-label={`Kind of identifier ${at + 1}`}
        value={line.related_identifier_type}
        onChange={(event) =>
          onChange({
            ...line,
            related_identifier_type: event.target.value === "URL" ? "URL" : "DOI",
          })
        }
      >
        <option value="DOI">DOI</option>
        <option value="URL">Web address</option>
      </select>
      <input
        className="input"
        aria-label={`Identifier ${at + 1}`}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-problem`}
        placeholder={isDoi ? "10.1234/name" : "https://"}
        value={line.related_identifier}
        autoComplete="off"
        onChange={(event) => onChange({ ...line, related_identifier: event.target.value })}
      />
      <button
        type="button"
        className="button quiet square"
        aria-label={`Take identifier ${at + 1} away`}
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
      <p className="problem" id={`${id}-problem`}>
        {problem}
      </p>
    </li>
  );
}

/** Publications and data that belong to the data set, line by line. */
export function RelatedFields({ value, onChange }: RelatedFieldsProps) {
  return (
    <fieldset className="stack tight">
      <legend className="label">
        Related publications and data <span className="muted">(optional)</span>
      </legend>
      <p className="muted small">
        The publication that describes the data set, material that supplements it, and work that
        refers to it.
      </p>
      <ul className="stack tight">
        {value.map((line, at) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name, and are only edited in place or taken away
            key={at}
            line={line}
            at={at}
            problem={problemOf(value, at)}
            onChange={(next) => onChange(value.map((old, i) => (i === at ? next : old)))}
            onRemove={() => onChange(value.filter((_, i) => i !== at))}
          />
        ))}
      </ul>
      <div className="row">
        <button
          type="button"
          className="button small"
          onClick={() => onChange([...value, NEW_RELATED])}
        >
          <Icon name="plus" /> Add an identifier
        </button>
      </div>
    </fieldset>
  );
}
