import type { Schemas } from "./types";

export type Doi = Schemas["DoiOut"];
export type DoiState = Doi["state"];
export type DoiFile = Doi["files"][number];
export type RelatedIdentifier = Schemas["RelatedOut"];
export type PublishProgress = NonNullable<Doi["progress"]>;
export type PublishStep = PublishProgress["steps"][number];
/** The form offers the relations that there are. */
type WithRelated<T> = Omit<T, "related_identifiers"> & {
  related_identifiers: RelatedIdentifier[];
};
export type NewDoi = WithRelated<Schemas["DraftIn"]>;
export type DoiChange = WithRelated<Schemas["DoiEditIn"]>;
