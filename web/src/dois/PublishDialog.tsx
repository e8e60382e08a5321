import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { fetchCollection } from "../api/collections";
import { publishDoi } from "../api/dois";
import type { Doi } from "../api/doiTypes";
import { fetchCount } from "../api/images";
import { plural } from "../format/format";
import { Dialog } from "../ui/Dialog";
import { Notice } from "../ui/Notice";

interface PublishDialogProps {
  doi: Doi;
  onClose: () => void;
}

/** Says what becomes public for ever, and asks once more. */
export function PublishDialog({ doi, onClose }: PublishDialogProps) {
  const client = useQueryClient();
  const [understood, setUnderstood] = useState(false);
  const embargoed = { query: "public:false", collections: [doi.collection_id] };
  const hidden = useQuery({
    queryKey: ["count", embargoed],
    queryFn: ({ signal }) => fetchCount(embargoed, signal),
    staleTime: 0,
  }).data;
  const collection = useQuery({
    queryKey: ["collection", doi.collection_id],
    queryFn: ({ signal }) => fetchCollection(doi.collection_id, signal),
  }).data;
  const publish = useMutation({
    mutationFn: () => publishDoi(doi.slug),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["doi", doi.slug] });
      void client.invalidateQueries({ queryKey: ["dois"] });
      onClose();
    },
  });
  return (
    <Dialog title="Publish this DOI?" onClose={onClose}>
      <p>
        <strong>This cannot be undone.</strong> A DOI is a promise: the page and the files stay, and
        the files never change.
      </p>
      <div className="prose">
        <p>Everybody will be able to see and download:</p>
        <ul>
          <li>
            the collection “{doi.collection_name}” with {plural(doi.images_count, "image")}
            {collection?.public === false ? ", which is private now" : ""}
          </li>
          {hidden !== undefined && hidden > 0 ? (
            <li>
              <strong>{plural(hidden, "embargoed image")}</strong> of it, whose embargo ends now
            </li>
          ) : null}
          {doi.supplemental_files.length > 0 ? (
            <li>
              {plural(doi.supplemental_files.length, "supplement")}:{" "}
              {doi.supplemental_files.map(({ name }) => name).join(", ")}
            </li>
          ) : null}
          <li>title, description, creators, licences and related identifiers as they are now</li>
        </ul>
      </div>
      <label className="choice">
        <input
          type="checkbox"
          checked={understood}
          onChange={(event) => setUnderstood(event.target.checked)}
        />
        <span>I have read this, and may make these images public.</span>
      </label>
      {publish.isError ? <Notice tone="bad">{publish.error.message}</Notice> : null}
      <div className="row end">
        <button type="button" className="button" onClick={onClose}>
          Not yet
        </button>
        <button
          type="button"
          className="button primary"
          disabled={!understood || publish.isPending}
          onClick={() => publish.mutate()}
        >
          Publish {doi.doi}
        </button>
      </div>
    </Dialog>
  );
}
