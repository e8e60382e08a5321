import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { applyMetadata, fetchMetadataFile } from "../api/ingest";
import type { MetadataFile, MetadataProblem } from "../api/types";
import { plural } from "../format/format";
import { Badge } from "../ui/Badge";
import { Notice } from "../ui/Notice";
import { Skeleton } from "../ui/Skeleton";

const POLL_MS = 1000;
const WORDS: Readonly<Record<MetadataFile["status"], string>> = {
  validating: "Being checked",
  valid: "Ready to apply",
  invalid: "Not applied",
  applying: "Being applied",
  applied: "Applied",
  failed: "Failed",
};
const TONES = {
  validating: "info",
  valid: "ok",
  invalid: "bad",
  applying: "info",
  applied: "ok",
  failed: "bad",
} as const;

function rowsOf({ rows, count }: MetadataProblem): string {
  const more = count - rows.length;
  return rows.join(", ") + (more > 0 ? ` and ${more} more` : "");
}

function Problems({ problems }: { problems: readonly MetadataProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <div className="table-scroll">
      <table>
        <caption className="visually-hidden">Problems in the file</caption>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Problem</th>
            <th scope="col">Rows</th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem) => (
            <tr key={`${problem.column} ${problem.message}`}>
              <td>{problem.column ? <code>{problem.column}</code> : "–"}</td>
              <td>{problem.message}</td>
              <td className="number">{rowsOf(problem)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The check of a metadata file, and the button that applies it. */
export function MetadataReport({ id }: { id: number }) {
  const client = useQueryClient();
  const { data: file } = useQuery({
    queryKey: ["metadata-file", id],
    queryFn: ({ signal }) => fetchMetadataFile(id, signal),
    refetchInterval: ({ state }) =>
      state.data?.status === "validating" || state.data?.status === "applying" ? POLL_MS : false,
  });
  const apply = useMutation({
    mutationFn: () => applyMetadata(id),
    onSuccess: () => client.invalidateQueries({ queryKey: ["metadata-file", id] }),
  });
  if (!file) return <Skeleton height="6rem" label="Loading the report" />;
  return (
    <div className="panel stack">
      <div className="row apart">
        <h3>{file.file_name}</h3>
        <Badge tone={TONES[file.status]}>{WORDS[file.status]}</Badge>
      </div>
      <p className="number">
        {plural(file.rows, "row")}
        {file.status === "applied" ? `, ${file.applied} applied` : ""}
      </p>
      {file.status === "invalid" ? (
        <p>Nothing was changed. Mend the file and upload it again.</p>
      ) : null}
      <Problems problems={file.problems} />
      {file.unstructured_columns.length > 0 ? (
        <p className="muted small">
          Kept privately, because the archive does not know these columns:{" "}
          {file.unstructured_columns.join(", ")}
        </p>
      ) : null}
      {apply.isError ? <Notice tone="bad">{apply.error.message}</Notice> : null}
      {file.status === "valid" ? (
        <div className="row end">
          <button
            type="button"
            className="button primary"
            disabled={apply.isPending}
            onClick={() => apply.mutate()}
          >
            Apply to {plural(file.rows, "image")}
          </button>
        </div>
      ) : null}
    </div>
  );
}
