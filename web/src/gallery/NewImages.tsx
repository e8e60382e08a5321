import { useQueryClient } from "@tanstack/react-query";
import type { Scope } from "../api/images";
import { plural } from "../format/format";
import { useLiveCount } from "./data";

/** Offers images that came in since the page was loaded, without moving what is being looked at. */
export function NewImages({ scope, known }: { scope: Scope; known: number }) {
  const client = useQueryClient();
  const live = useLiveCount(scope).data ?? known;
  const fresh = live - known;

  async function show(): Promise<void> {
    await Promise.all(
      ["images", "facets", "count", "size"].map((key) =>
        client.invalidateQueries({ queryKey: [key] }),
      ),
    );
  }

  return (
    <div role="status">
      {fresh > 0 ? (
        <div className="notice">
          <span>
            {plural(fresh, "new image")} {fresh === 1 ? "matches" : "match"} this view.
          </span>
          <button type="button" className="button small" onClick={() => void show()}>
            Show {fresh === 1 ? "it" : "them"}
          </button>
        </div>
      ) : null}
    </div>
  );
}
