import type { Doi } from "../api/doiTypes";
import type { Collection } from "../api/types";

/** What is known of a collection by whoever looks at it; undefined is not known yet. */
export interface Known {
  collection: Collection;
  images: number | undefined;
  isStaff: boolean;
  isOwner: boolean | undefined;
  isMagic: boolean | undefined;
  dois: readonly Doi[] | undefined;
}

export type Drafting =
  | { readonly kind: "none" }
  | { readonly kind: "ready" }
  | { readonly kind: "blocked"; readonly reason: string }
  | { readonly kind: "has"; readonly doi: Doi };

/** Whether a DOI can be drafted for a collection, and if not, why. */
export function draftingOf({
  collection,
  images,
  isStaff,
  isOwner,
  isMagic,
  dois,
}: Known): Drafting {
  const doi = dois?.find(({ collection_id }) => collection_id === collection.id);
  if (doi) return { kind: "has", doi };
  if (collection.doi) return { kind: "none" };
  if (dois === undefined || !(isStaff || isOwner)) return { kind: "none" };
  if (isMagic) {
    return { kind: "blocked", reason: "This collection fills itself, so it cannot be frozen." };
  }
  if (images === 0) return { kind: "blocked", reason: "An empty collection cannot have a DOI." };
  return images === undefined ? { kind: "none" } : { kind: "ready" };
}
