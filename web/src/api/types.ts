/** Answers of the REST interface, as far as the app reads them. */
export interface Page<T> {
  results: T[];
  count: number | null;
  next: string | null;
  previous: string | null;
}

export type MetadataValue = string | number | boolean;

export interface StoredFile {
  url: string;
  size: number;
}

export interface Image {
  isic_id: string;
  public: boolean;
  copyright_license: string;
  attribution: string;
  files: { full: StoredFile; thumbnail_256: StoredFile };
  metadata: {
    acquisition: Record<string, MetadataValue>;
    clinical: Record<string, MetadataValue>;
  };
}

export interface Bucket {
  key: string | number;
  key_as_string?: string;
  from?: number;
  to?: number | "*";
  doc_count: number;
}

export interface Facet {
  meta: { missing_count: number; present_count: number };
  buckets: Bucket[];
}

export type Facets = Record<string, Facet>;

export interface Collection {
  id: number;
  name: string;
  description: string;
  public: boolean;
  pinned: boolean;
  locked: boolean;
  doi: string | null;
  doi_url: string | null;
}

export interface Attribution {
  license: string;
  attribution: string;
  count: number;
}

export interface Lesion {
  id: string;
  images: Image[];
  images_count: number;
  longitudinally_monitored: boolean;
  index_image_id: string | null;
  outcome_diagnosis: string | null;
  outcome_diagnosis_1: string | null;
}

export interface User {
  id: number;
  email: string;
  first_name: string;
  last_name: string;
  full_name: string;
  hash_id: string | null;
  is_staff?: boolean;
}

export interface Person {
  id: number;
  email: string;
  first_name: string;
  last_name: string;
}

export interface Stats {
  image: { images_count: number; public_images_count: number };
  collection: { collections_count: number; public_collections_count: number };
}

export interface Contributor {
  id: number;
  created: string;
  owners: number[];
  institution_name: string;
  institution_url: string;
  legal_contact_info: string;
  default_copyright_license: string;
  default_attribution: string;
}

export interface Cohort {
  id: number;
  created: string;
  contributor: number;
  name: string;
  description: string;
  default_copyright_license: string;
  default_attribution: string;
  accession_count: number;
}

export const ACCESSION_STATES = [
  "processing",
  "skipped",
  "failed",
  "awaiting_review",
  "accepted",
  "rejected",
  "published",
] as const;
export type AccessionState = (typeof ACCESSION_STATES)[number];
export type CohortProgress = Record<AccessionState, number>;

export interface Accession {
  id: number;
  cohort: number;
  file_name: string;
  state: AccessionState;
  reason: string | null;
  isic_id: string | null;
  public: boolean | null;
  width: number | null;
  height: number | null;
  size: number | null;
  created: string;
  thumbnail_url: string | null;
  metadata: Record<string, MetadataValue>;
}

export interface ZipUpload {
  id: number;
  cohort: number;
  file_name: string;
  status: "created" | "extracting" | "extracted" | "failed";
  reason: string | null;
  problems: { entry: string; reason: string }[];
  accessions: number;
}

export interface MetadataProblem {
  column: string | null;
  message: string;
  rows: number[];
  count: number;
}

export interface MetadataFile {
  id: number;
  cohort: number;
  file_name: string;
  status: "validating" | "valid" | "invalid" | "applying" | "applied" | "failed";
  rows: number;
  problems: MetadataProblem[];
  unstructured_columns: string[];
  applied: number;
}
