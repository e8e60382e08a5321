import { useState } from "react";
import { CodeBlock } from "../ui/CodeBlock";
import { type ApiDocument, kindOf, type Operation, type Parameter, sketch } from "./openapi";

/** Descriptions mark code with backticks. */
function Words({ text }: { text: string }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a fixed text
  return text.split("`").map((part, at) => (at % 2 ? <code key={at}>{part}</code> : part));
}

function Parameters({ list, document }: { list: readonly Parameter[]; document: ApiDocument }) {
  return (
    <dl className="parameters">
      {list.map((parameter) => (
        <div key={`${parameter.in} ${parameter.name}`}>
          <dt>
            <code>{parameter.name}</code>{" "}
            <span className="muted small">
              {parameter.in}, {kindOf(parameter, document)}
              {parameter.required ? ", required" : ""}
            </span>
          </dt>
          {parameter.description ? (
            <dd>
              <Words text={parameter.description} />
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

function Answers({ operation, document }: { operation: Operation; document: ApiDocument }) {
  const good = operation.answers.filter(({ status }) => status.startsWith("2"));
  const refusals = operation.answers.filter(({ status }) => !status.startsWith("2"));
  return (
    <>
      {good.map(({ status, description, type, schema }) =>
        schema ? (
          <CodeBlock
            key={status}
            title={`Answer ${status}${type ? `, ${type}` : ""}`}
            text={sketch(schema, document)}
          />
        ) : (
          <p key={status}>
            Answer <strong>{status}</strong>: {description}
          </p>
        ),
      )}
      {refusals.length > 0 ? (
        <ul className="refusals small">
          {refusals.map(({ status, description }) => (
            <li key={status}>
              <strong>{status}</strong> {description}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** One operation; what it takes and gives is written out when it is opened. */
export function OperationItem({
  operation,
  document,
}: {
  operation: Operation;
  document: ApiDocument;
}) {
  const [open, setOpen] = useState(false);
  const { method, path, summary, description, parameters, body, takesToken } = operation;
  return (
    <details className="operation" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className={`method ${method.toLowerCase()}`}>{method}</span>{" "}
        <code className="path">{path}</code> <span className="muted">{summary}</span>
      </summary>
      {open ? (
        <div className="stack">
          {description ? (
            <p>
              <Words text={description} />
            </p>
          ) : null}
          {takesToken ? (
            <p className="small muted">
              Takes a bearer token; without one it answers as it would a stranger.
            </p>
          ) : null}
          {parameters.length > 0 ? <Parameters list={parameters} document={document} /> : null}
          {body ? <CodeBlock title="Request, JSON" text={sketch(body, document)} /> : null}
          <Answers operation={operation} document={document} />
        </div>
      ) : null}
    </details>
  );
}
