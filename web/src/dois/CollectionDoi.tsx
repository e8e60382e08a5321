import { Link } from "wouter";
import { here } from "../api/client";
import type { Collection } from "../api/types";
import { Icon } from "../ui/Icon";
import { useDrafting } from "./data";
import type { Drafting } from "./drafting";

/** The DOI of a collection, or where it stands on its way to one. */
function DoiLine({ collection, drafting }: { collection: Collection; drafting: Drafting }) {
  if (drafting.kind === "has") {
    const { slug, doi, state, page_url } = drafting.doi;
    const words = { draft: "Draft DOI", publishing: "DOI being published", published: "DOI" };
    return (
      <p>
        {words[state]} <Link href={`/dois/${slug}`}>{doi}</Link>
        {state === "published" ? (
          <>
            {" · "}
            <a href={here(page_url)}>Public page</a>
          </>
        ) : null}
      </p>
    );
  }
  if (!collection.doi_url) return null;
  return (
    <p>
      DOI <a href={collection.doi_url}>{collection.doi}</a>
    </p>
  );
}

interface CollectionDoiProps {
  collection: Collection;
  images: number | undefined;
}

export function CollectionDoi({ collection, images }: CollectionDoiProps) {
  const drafting = useDrafting(collection, images);
  return (
    <>
      <DoiLine collection={collection} drafting={drafting} />
      {drafting.kind === "ready" ? (
        <p>
          <Link className="button small" href={`/collections/${collection.id}/doi`}>
            <Icon name="plus" /> Draft a DOI
          </Link>
        </p>
      ) : null}
      {drafting.kind === "blocked" ? (
        <p className="row">
          <button type="button" className="button small" disabled aria-describedby="doi-blocked">
            <Icon name="plus" /> Draft a DOI
          </button>
          <span className="muted small" id="doi-blocked">
            {drafting.reason}
          </span>
        </p>
      ) : null}
    </>
  );
}
