import { get, send } from "./client";
import type {
  Accession,
  AccessionState,
  Cohort,
  CohortProgress,
  Contributor,
  Created,
  MetadataFile,
  NewCohort,
  NewContributor,
  Page,
  Requested,
  ZipUpload,
} from "./types";

const ROOT = "/api/v2";

export const fetchContributors = (signal?: AbortSignal) =>
  get<Page<Contributor>>(`${ROOT}/contributors/?limit=100`, signal);

export const fetchCohorts = (signal?: AbortSignal) =>
  get<Page<Cohort>>(`${ROOT}/cohorts/?limit=100`, signal);

export const fetchCohort = (id: number, signal?: AbortSignal) =>
  get<Cohort>(`${ROOT}/cohorts/${id}/`, signal);

export const createContributor = (contributor: NewContributor) =>
  send<Contributor>("POST", `${ROOT}/contributors/`, contributor);

export const createCohort = (cohort: NewCohort) => send<Cohort>("POST", `${ROOT}/cohorts/`, cohort);

export const fetchProgress = (cohort: number, signal?: AbortSignal) =>
  get<CohortProgress>(`${ROOT}/cohorts/${cohort}/progress/`, signal);

export function accessionsAddress(
  cohort: number,
  state: AccessionState | null,
  limit = 60,
): string {
  const params = new URLSearchParams({ limit: String(limit) });
  if (state) params.set("state", state);
  return `${ROOT}/cohorts/${cohort}/accessions/?${params}`;
}

export const fetchAccessions = (address: string, signal?: AbortSignal) =>
  get<Page<Accession>>(address, signal);

export const fetchAccession = (id: number, signal?: AbortSignal) =>
  get<Accession>(`${ROOT}/accessions/${id}/`, signal);

export const registerImage = (cohort: number, blob: string) =>
  send<Created>("POST", `${ROOT}/accessions/`, { cohort, original_blob: blob });

export const registerZip = (cohort: number, blob: string) =>
  send<Created>("POST", `${ROOT}/zip-uploads/`, { cohort, blob });

export const fetchZip = (id: number, signal?: AbortSignal) =>
  get<ZipUpload>(`${ROOT}/zip-uploads/${id}/`, signal);

export const registerMetadata = (cohort: number, blob: string) =>
  send<Created>("POST", `${ROOT}/metadata-files/`, { cohort, blob });

export const fetchMetadataFile = (id: number, signal?: AbortSignal) =>
  get<MetadataFile>(`${ROOT}/metadata-files/${id}/`, signal);

export const applyMetadata = (id: number) =>
  send("POST", `${ROOT}/metadata-files/${id}/update_metadata/`);

export const review = (decisions: readonly { id: number; value: boolean }[]) =>
  send("POST", `${ROOT}/accessions/create-review-bulk/`, decisions);

/** Publishes what was accepted; `null` follows the `public` column of the metadata file. */
export const publish = (cohort: number, visibility: boolean | null) =>
  send<Requested>("POST", `${ROOT}/cohorts/${cohort}/publish/`, { public: visibility });
