/** Answers of `/api/v2/doi/`. */
export type DoiState = "draft" | "publishing" | "published";

export interface RelatedIdentifier {
  relation_type: string;
  related_identifier_type: "DOI" | "URL";
  related_identifier: string;
}

export interface DoiFile {
  kind: "bundle" | "metadata" | "manifest" | "supplement";
  name: string;
  description: string;
  size: number;
  sha256: string;
  content_type: string;
  url: string;
}

export interface PublishStep {
  name: string;
  state: "waiting" | "running" | "done";
  done: number | null;
  total: number | null;
  started_at: string | null;
  finished_at: string | null;
}

export interface PublishProgress {
  step: string;
  steps: PublishStep[];
  problem: string | null;
}

export interface Doi {
  slug: string;
  doi: string;
  doi_url: string;
  state: DoiState;
  title: string;
  description: string;
  version: string;
  collection_id: number;
  collection_name: string;
  creators: { name: string; images: number }[];
  licenses: { license: string; title: string; url: string; images: number }[];
  images_count: number;
  lesions_count: number;
  patients_count: number;
  related_identifiers: RelatedIdentifier[];
  supplemental_files: { name: string; description: string; size: number }[];
  files: DoiFile[];
  approved: boolean;
  may: { edit: boolean; approve: boolean; publish: boolean; discard: boolean };
  progress: PublishProgress | null;
  created: string;
  published_at: string | null;
  publication_year: number;
  citations: { apa: string; bibtex: string; ris: string };
  /** The public page that the server renders. */
  page_url: string;
}

export interface NewDoi {
  collection_id: number;
  title: string;
  description: string;
  supplemental_files: { blob: string; description: string }[];
  related_identifiers: RelatedIdentifier[];
}

export type DoiChange = Partial<Pick<NewDoi, "title" | "description" | "related_identifiers">>;
