/** How a facet is offered. A tree spans five fields, one per level. */
export type FacetKind = "terms" | "tree" | "range";

export interface FacetShape {
  readonly id: string;
  readonly kind: FacetKind;
  readonly group: string;
  /** Width of a bucket, for ranges. */
  readonly step?: number;
}

const shapes = (group: string, ...list: [string, FacetKind?, number?][]): FacetShape[] =>
  list.map(([id, kind = "terms", step]) => ({ id, kind, group, ...(step ? { step } : {}) }));

/** Every facet of the gallery in its order. */
export const FACETS: readonly FacetShape[] = [
  ...shapes(
    "Diagnosis",
    ["diagnosis", "tree"],
    ["diagnosis_confirm_type"],
    ["melanocytic"],
    ["mel_thick_mm", "range", 0.5],
    ["mel_mitotic_index"],
    ["mel_ulcer"],
    ["concomitant_biopsy"],
  ),
  ...shapes(
    "Patient and site",
    ["sex"],
    ["age_approx", "range", 5],
    ["anatom_site", "tree"],
    ["anatom_site_special"],
    ["fitzpatrick_skin_type"],
    ["clin_size_long_diam_mm", "range", 10],
    ["personal_hx_mm"],
    ["family_hx_mm"],
  ),
  ...shapes(
    "Image",
    ["image_type"],
    ["dermoscopic_type"],
    ["tbp_tile_type"],
    ["image_manipulation"],
    ["copyright_license"],
    ["public"],
  ),
];

const byId = new Map(FACETS.map((facet) => [facet.id, facet]));

export const facetOf = (id: string): FacetShape | undefined => byId.get(id);

const BOOLEANS = new Set([
  "public",
  "melanocytic",
  "mel_ulcer",
  "concomitant_biopsy",
  "personal_hx_mm",
  "family_hx_mm",
]);

export const isBoolean = (field: string): boolean => BOOLEANS.has(field);
