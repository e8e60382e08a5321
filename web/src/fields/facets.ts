import { fields } from "virtual:dictionary";

/** How a facet is offered. A tree spans five fields, one per level. */
export type FacetKind = "terms" | "tree" | "range";

export interface FacetShape {
  readonly id: string;
  readonly kind: FacetKind;
  readonly group: string;
  /** Width of a bucket, for ranges. */
  readonly step?: number;
}

const LAST = Number.MAX_SAFE_INTEGER;

/** Every facet of the gallery in its order. */
export const FACETS: readonly FacetShape[] = fields
  .flatMap(({ name, panel, step, tree }) =>
    panel ? [{ id: name, ...panel, kind: tree ? "tree" : step ? "range" : "terms", step }] : [],
  )
  .sort((a, b) => (a.place ?? LAST) - (b.place ?? LAST))
  .map(({ id, kind, group, step }) => ({
    id,
    kind: kind as FacetKind,
    group,
    ...(step ? { step } : {}),
  }));

const byId = new Map(FACETS.map((facet) => [facet.id, facet]));

export const facetOf = (id: string): FacetShape | undefined => byId.get(id);

const booleans = new Set(fields.filter(({ type }) => type === "boolean").map(({ name }) => name));

export const isBoolean = (field: string): boolean => booleans.has(field);
