import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import { ApiError } from "../api/client";
import { fetchCollection } from "../api/collections";
import { draftDoi } from "../api/dois";
import type { RelatedIdentifier } from "../api/doiTypes";
import { fetchCount } from "../api/images";
import type { Collection } from "../api/types";
import { plural } from "../format/format";
import { useIsStaff, useUser } from "../session/session";
import { PageHeading } from "../shell/PageHeading";
import { ErrorPage, SignInNeeded } from "../shell/StatePage";
import { Crumbs } from "../ui/Crumbs";
import { Notice } from "../ui/Notice";
import { PageSkeleton } from "../ui/Skeleton";
import { TextField } from "../ui/TextField";
import { useLeaveWarning } from "../ui/useLeaveWarning";
import { useDrafting } from "./data";
import { RelatedFields } from "./RelatedFields";
import { isComplete, tidy } from "./related";
import { isReady, type Supplement, SupplementFields } from "./SupplementFields";

/** The first thing that keeps a draft from being made, in the order of the page. */
function firstMissing(
  title: string,
  description: string,
  related: readonly RelatedIdentifier[],
  supplements: readonly Supplement[],
): string | null {
  if (title.trim() === "") return "Give it a title.";
  if (description.trim() === "") return "Describe the data set.";
  if (!isComplete(related)) return "Complete the identifiers, or take them away.";
  if (supplements.some(({ blob }) => blob === null)) return "The supplements are still arriving.";
  return supplements.every(isReady) ? null : "Describe each supplement.";
}

function DraftForm({ collection }: { collection: Collection }) {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const staff = useIsStaff();
  const [title, setTitle] = useState(collection.name);
  const [description, setDescription] = useState(collection.description);
  const [related, setRelated] = useState<RelatedIdentifier[]>([]);
  const [supplements, setSupplements] = useState<readonly Supplement[]>([]);
  const missing = firstMissing(title, description, related, supplements);
  const draft = useMutation({
    mutationFn: () =>
      draftDoi({
        collection_id: collection.id,
        title: title.trim(),
        description: description.trim(),
        related_identifiers: related.map(tidy),
        supplemental_files: supplements.map(({ blob, description: words }) => ({
          blob: blob ?? "",
          description: words.trim(),
        })),
      }),
    onSuccess: async ({ slug }) => {
      await client.invalidateQueries({ queryKey: ["dois"] });
      void client.invalidateQueries({ queryKey: ["collection", collection.id] });
      navigate(`/dois/${slug}`);
    },
  });
  useLeaveWarning(supplements.length > 0 && !draft.isSuccess);

  return (
    <form
      className="stack form-page"
      onSubmit={(event) => {
        event.preventDefault();
        if (missing === null) draft.mutate();
      }}
    >
      <TextField label="Title" value={title} onChange={setTitle} required maxLength={255} />
      <TextField
        label="Description"
        value={description}
        onChange={setDescription}
        required
        multiline
        hint="Where the images come from, how they were chosen, and what they are good for."
      />
      <RelatedFields value={related} onChange={setRelated} />
      <SupplementFields value={supplements} onChange={setSupplements} />
      <p className="muted">
        A draft is private{staff ? "" : ", and staff approve it before it can be published"}. While
        it exists the images of the collection cannot be changed. A draft can be discarded.
      </p>
      {draft.isError ? <Notice tone="bad">{draft.error.message}</Notice> : null}
      <div className="row">
        <button
          type="submit"
          className="button primary"
          disabled={missing !== null || draft.isPending}
        >
          {draft.isPending ? "Making the draft…" : "Make the draft"}
        </button>
        <Link className="button" href={`/collections/${collection.id}`}>
          Cancel
        </Link>
        <span className="muted small" role="status">
          {missing ?? ""}
        </span>
      </div>
    </form>
  );
}

function Contents({ collection }: { collection: Collection }) {
  const scope = { query: "", collections: [collection.id] };
  const images = useQuery({
    queryKey: ["count", scope],
    queryFn: ({ signal }) => fetchCount(scope, signal),
  }).data;
  const drafting = useDrafting(collection, images);
  return (
    <div className="wrap stack">
      <div className="page-head">
        <Crumbs
          above={[
            ["/collections", "Collections"],
            [`/collections/${collection.id}`, collection.name],
          ]}
          here="Draft a DOI"
        />
        <PageHeading>Draft a DOI</PageHeading>
        <p>
          A permanent name for “{collection.name}”
          {images === undefined ? "" : ` with its ${plural(images, "image")}`}, so that others can
          cite it and find the same files years later.
        </p>
      </div>
      {drafting.kind === "has" ? (
        <Notice>
          <span>
            This collection has a DOI already:{" "}
            <Link href={`/dois/${drafting.doi.slug}`}>{drafting.doi.title}</Link>
          </span>
        </Notice>
      ) : drafting.kind === "blocked" ? (
        <Notice tone="warn">{drafting.reason}</Notice>
      ) : (
        <DraftForm collection={collection} />
      )}
    </div>
  );
}

/** A whole page, since supplements may take a while and a dialog would be in the way of reading. */
export default function DraftDoiPage({ collection: id }: { collection: string }) {
  const number = /^\d{1,9}$/.test(id) ? Number(id) : Number.NaN;
  const user = useUser();
  const collection = useQuery({
    queryKey: ["collection", number],
    queryFn: ({ signal }) => fetchCollection(number, signal),
    enabled: !Number.isNaN(number),
  });
  if (Number.isNaN(number)) return <ErrorPage error={new ApiError(404, "")} />;
  if (user === null) return <SignInNeeded />;
  if (collection.isPending || user === undefined) return <PageSkeleton />;
  if (collection.isError) {
    return <ErrorPage error={collection.error} retry={() => void collection.refetch()} />;
  }
  return <Contents collection={collection.data} />;
}
