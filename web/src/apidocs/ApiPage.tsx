import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { get } from "../api/client";
import { PageHeading } from "../shell/PageHeading";
import { ErrorPage } from "../shell/StatePage";
import { CodeBlock } from "../ui/CodeBlock";
import { Notice } from "../ui/Notice";
import { PageSkeleton } from "../ui/Skeleton";
import { OperationItem } from "./OperationItem";
import { type ApiDocument, matching, operationsOf } from "./openapi";

const DOCUMENT = "/api/v2/openapi.json";

function Introduction() {
  const origin = window.location.origin;
  const example = `curl -G ${origin}/api/v2/images/search/ \\
  --data-urlencode 'query=diagnosis_1:Malignant AND age_approx:[51 TO *]' \\
  --data-urlencode 'limit=5'`;
  return (
    <div className="prose">
      <p>
        Everything on these pages comes from an open HTTP interface that answers in JSON. Public
        images need no account.
      </p>
      <CodeBlock title="Five malignant lesions of people over 50" text={example} />
      <h2>Signing in</h2>
      <p>
        Send <code>Authorization: Bearer</code> and an access token to act as yourself. Programs get
        one by OAuth 2.0, the authorization code flow with PKCE; its addresses are in{" "}
        <a href="/oauth/.well-known/openid-configuration">the discovery document</a>. On an
        installation of your own with the demo accounts, <code>./dermarium token EMAIL</code> prints
        one. Tokens last a day; one that is expired or revoked counts as none.
      </p>
      <h2>Pages</h2>
      <p>
        Lists come as <code>{"{results, count, next, previous}"}</code>, at most 100 rows each.
        Follow <code>next</code> until it is null; <code>count</code> is on the first page only.
      </p>
      <h2>Refusals</h2>
      <ul>
        <li>
          <strong>400</strong> a rule is broken: <code>{'{"message": …}'}</code> or{" "}
          <code>{'{"error": …}'}</code>
        </li>
        <li>
          <strong>401</strong>, <strong>404</strong> not signed in, or not there for you:{" "}
          <code>{'{"detail": …}'}</code>
        </li>
        <li>
          <strong>422</strong> a field is wrong: <code>{'{"detail": [{loc, msg, type}]}'}</code>
        </li>
        <li>
          <strong>429</strong>, <strong>503</strong> wait as long as the header{" "}
          <code>Retry-After</code> says, then try again
        </li>
      </ul>
    </div>
  );
}

function Operations({ document }: { document: ApiDocument }) {
  const [words, setWords] = useState("");
  const operations = useMemo(() => operationsOf(document), [document]);
  const groups = matching(operations, words);
  const shown = [...groups.values()].reduce((sum, list) => sum + list.length, 0);
  const missing = document["x-missing"] ?? [];
  return (
    <>
      {missing.length > 0 ? (
        <Notice tone="warn">
          <span>Not answering just now, so not listed here: {missing.join(", ")}.</span>
        </Notice>
      ) : null}
      <div className="row">
        <input
          className="input narrow"
          type="search"
          aria-label="Find an operation"
          placeholder="Find an operation"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <span role="status" className="muted">
          {shown} of {operations.length} operations
        </span>
      </div>
      {shown === 0 ? (
        <p>
          {operations.length === 0
            ? "Nothing is described yet."
            : "No operation has all these words."}
        </p>
      ) : null}
      {[...groups].map(([group, list]) => (
        <section key={group} aria-labelledby={`group-${group}`} className="stack">
          <h3 id={`group-${group}`}>{group}</h3>
          <div>
            {list.map((operation) => (
              <OperationItem
                key={`${operation.method} ${operation.path}`}
                operation={operation}
                document={document}
              />
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

export default function ApiPage() {
  const result = useQuery({
    queryKey: ["api document"],
    queryFn: ({ signal }) => get<ApiDocument>(DOCUMENT, signal),
  });
  if (result.isPending) return <PageSkeleton />;
  if (result.isError) return <ErrorPage error={result.error} retry={() => void result.refetch()} />;
  return (
    <div className="wrap stack">
      <div className="page-head">
        <PageHeading>API</PageHeading>
      </div>
      <Introduction />
      <h2>Operations</h2>
      <p>
        The same for machines: <a href={DOCUMENT}>OpenAPI document</a>
      </p>
      <Operations document={result.data} />
    </div>
  );
}
