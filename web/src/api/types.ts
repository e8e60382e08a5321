import type { components } from "./schema";

/** What the API takes and answers, under the app's own names; made from `docs/openapi.json`. */
export type Schemas = components["schemas"];

/** One page of a list. */
export type Page<T> = Omit<Schemas["PageImageOut"], "results"> & { results: T[] };

export type MetadataValue = string | number | boolean;
/** Metadata as they are: the document leaves values open, since each field has its own. */
type Values = Record<string, MetadataValue>;

export type StoredFile = Schemas["FileOut"];
export type Image = Omit<Schemas["ImageOut"], "metadata"> & {
  metadata: { acquisition: Values; clinical: Values };
};
export type Lesion = Omit<Schemas["LesionOut"], "images"> & { images: Image[] };

export type Bucket = Omit<Schemas["Bucket"], "key" | "to"> & {
  key: string | number;
  to?: number | "*";
};
export type Facet = Omit<Schemas["FacetOut"], "buckets"> & { buckets: Bucket[] };
export type Facets = Record<string, Facet>;

export type Collection = Schemas["CollectionOut"];
export type Attribution = Schemas["AttributionOut"];
export type Sharing = Schemas["SharingOut"];
export type User = Schemas["AccountOut"];
export type Person = Schemas["Suggestion"];
export type Stats = Schemas["StatsOut"];

/** What a refusal says of one field. */
export type FieldRefusal = NonNullable<
  Extract<Schemas["Refusal"], { message: string }>["errors"]
>[number];

/** A form has a value for every field, also for those that may be absent. */
type Filled<T> = { [K in keyof T]-?: NonNullable<T[K]> };

export type Contributor = Schemas["Contributor"];
export type NewContributor = Filled<Schemas["ContributorIn"]>;
export type Cohort = Schemas["Cohort"];
export type NewCohort = Filled<Schemas["CohortIn"]>;
export type Accession = Omit<Schemas["AccessionOut"], "metadata"> & { metadata: Values };
export type AccessionState = Accession["state"];
export type CohortProgress = Record<AccessionState, number>;
export type Created = Schemas["Created"];
export type Requested = Schemas["Requested"];
export type ZipUpload = Schemas["ZipUpload"];
export type MetadataFile = Schemas["MetadataFile"];
export type MetadataProblem = MetadataFile["problems"][number];

/** In the order in which an accession passes through them. */
export const ACCESSION_STATES: readonly AccessionState[] = [
  "processing",
  "skipped",
  "failed",
  "awaiting_review",
  "accepted",
  "rejected",
  "published",
];
