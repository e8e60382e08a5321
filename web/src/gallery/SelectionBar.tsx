import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { here } from "../api/client";
import { requestZip } from "../api/images";
import { plural } from "../format/format";
import { useUser } from "../session/session";
import { startDownload } from "../ui/download";
import { clearSelection, select, useSelection } from "./selection";

const CollectDialog = lazy(() => import("../collections/CollectDialog"));

/** A ZIP is asked for by a query, and longer ones would not fit into its signed address. */
const ZIP_LIMIT = 50;

/** What can be done with the ticked images; stays at the foot of the window. */
export function SelectionBar() {
  const selection = useSelection();
  const signedIn = Boolean(useUser());
  const [collecting, setCollecting] = useState(false);
  const [cleared, setCleared] = useState<readonly string[]>([]);
  const ids = [...selection];
  const zip = useMutation({
    mutationFn: async () => {
      const query = ids.map((id) => `isic_id:${id}`).join(" OR ");
      startDownload(here(await requestZip({ query, collections: [] })));
    },
  });
  return (
    <>
      <p role="status" className="visually-hidden">
        {ids.length > 0 ? `${plural(ids.length, "image")} selected` : ""}
      </p>
      {ids.length > 0 ? (
        <section className="selection-bar" aria-label="Selected images">
          <p>{plural(ids.length, "image")} selected</p>
          {zip.isError ? <p className="problem">{zip.error.message}</p> : null}
          <div className="row">
            {signedIn ? (
              <button type="button" className="button small" onClick={() => setCollecting(true)}>
                Put into a collection
              </button>
            ) : null}
            <button
              type="button"
              className="button small"
              disabled={ids.length > ZIP_LIMIT || zip.isPending}
              title={
                ids.length > ZIP_LIMIT
                  ? `Up to ${ZIP_LIMIT} images; put more into a collection and download that`
                  : undefined
              }
              onClick={() => zip.mutate()}
            >
              Download
            </button>
            <button
              type="button"
              className="button quiet small"
              onClick={() => {
                setCleared(ids);
                clearSelection();
              }}
            >
              Clear
            </button>
          </div>
          {collecting ? (
            <Suspense>
              <CollectDialog ids={ids} onClose={() => setCollecting(false)} />
            </Suspense>
          ) : null}
        </section>
      ) : cleared.length > 0 ? (
        <section className="selection-bar" aria-label="Selected images">
          <p>{plural(cleared.length, "image")} no longer selected</p>
          <div className="row">
            <button
              type="button"
              className="button small"
              onClick={() => {
                select(cleared, true);
                setCleared([]);
              }}
            >
              Undo
            </button>
            <button type="button" className="button quiet small" onClick={() => setCleared([])}>
              Dismiss
            </button>
          </div>
        </section>
      ) : null}
    </>
  );
}
