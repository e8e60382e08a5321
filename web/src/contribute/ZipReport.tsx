import { useQuery } from "@tanstack/react-query";
import { fetchZip } from "../api/ingest";
import { plural } from "../format/format";
import { Badge } from "../ui/Badge";
import { Skeleton } from "../ui/Skeleton";

const POLL_MS = 1000;
const WORDS = {
  created: "Waiting to be opened",
  extracting: "Being opened",
  extracted: "Opened",
  failed: "Refused",
} as const;

/** What became of a ZIP, entry by entry where something was wrong. */
export function ZipReport({ id }: { id: number }) {
  const { data: zip } = useQuery({
    queryKey: ["zip", id],
    queryFn: ({ signal }) => fetchZip(id, signal),
    refetchInterval: ({ state }) =>
      state.data?.status === "extracted" || state.data?.status === "failed" ? false : POLL_MS,
  });
  if (!zip) return <Skeleton height="4rem" label="Loading the report" />;
  const tone = zip.status === "failed" ? "bad" : zip.status === "extracted" ? "ok" : "info";
  return (
    <div className="panel stack">
      <div className="row apart">
        <h3>{zip.file_name}</h3>
        <Badge tone={tone}>{WORDS[zip.status]}</Badge>
      </div>
      {zip.reason ? <p className="problem">{zip.reason}</p> : null}
      {zip.status === "extracted" ? <p>{plural(zip.accessions, "image")} found inside.</p> : null}
      {zip.problems.length > 0 ? (
        <ul className="problems">
          {zip.problems.map(({ entry, reason }) => (
            <li key={`${entry} ${reason}`}>
              <strong>{entry}</strong>: {reason}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
