import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { here } from "../api/client";
import { fetchFacets, requestZip, type Scope } from "../api/images";
import { bytes, plural } from "../format/format";
import { CodeBlock } from "../ui/CodeBlock";
import { Dialog } from "../ui/Dialog";
import { startDownload } from "../ui/download";
import { Icon } from "../ui/Icon";
import { Notice } from "../ui/Notice";
import { useSize } from "./data";
import { LICENSES } from "./licenses";
import { snippetsFor } from "./snippets";

interface DownloadDialogProps {
  scope: Scope;
  found: number;
  onClose: () => void;
}

function metadataAddress(zip: string): string {
  const token = new URL(zip, window.location.origin).searchParams.get("zsid") ?? "";
  return `/api/v2/zip-download/metadata-file/?token=${encodeURIComponent(token)}`;
}

function LicenceList({ scope }: { scope: Scope }) {
  const facets = useQuery({
    queryKey: ["facets", scope],
    queryFn: ({ signal }) => fetchFacets(scope, signal),
  }).data;
  const used = facets?.copyright_license?.buckets.filter(({ doc_count }) => doc_count > 0) ?? [];
  return (
    <ul className="licences">
      {used.map(({ key, doc_count }) => (
        <li key={key}>
          <strong>{key}</strong>: {plural(doc_count, "image")}. {LICENSES[String(key)]?.meaning}
        </li>
      ))}
    </ul>
  );
}

/** Ways to take home what the gallery shows: files here, or code that fetches them. */
export function DownloadDialog({ scope, found, onClose }: DownloadDialogProps) {
  const size = useSize(scope).data;
  const snippets = snippetsFor(scope, window.location.origin);
  const [shown, setShown] = useState(0);
  const snippet = snippets[shown];

  const download = useMutation({
    mutationFn: async (what: "zip" | "csv") => {
      const zip = await requestZip(scope);
      startDownload(what === "zip" ? here(zip) : metadataAddress(zip));
    },
  });

  return (
    <Dialog title={`Download ${plural(found, "image")}`} onClose={onClose}>
      <div className="ways">
        <button
          type="button"
          className="button primary"
          disabled={download.isPending || found === 0}
          onClick={() => download.mutate("zip")}
        >
          <Icon name="download" /> ZIP of the images{size === undefined ? "" : `, ${bytes(size)}`}
        </button>
        <button
          type="button"
          className="button"
          disabled={download.isPending || found === 0}
          onClick={() => download.mutate("csv")}
        >
          <Icon name="table" /> Metadata as CSV
        </button>
      </div>
      <p className="muted small">
        The ZIP holds the full images, their metadata, the attributions and the licence texts.
      </p>
      {download.isError ? <Notice tone="bad">{download.error.message}</Notice> : null}
      <section className="stack">
        <h3>What you may do with them</h3>
        <LicenceList scope={scope} />
      </section>
      <section className="stack">
        <h3>The same from a program</h3>
        <div className="tabs">
          {snippets.map(({ title }, at) => (
            <button
              key={title}
              type="button"
              aria-pressed={at === shown}
              onClick={() => setShown(at)}
            >
              {title}
            </button>
          ))}
        </div>
        {snippet ? <CodeBlock title={snippet.title} text={snippet.text} /> : null}
      </section>
    </Dialog>
  );
}
