import { get, send } from "./client";
import type { Facets, Image, Lesion, Page, Schemas, Stats } from "./types";

/** What an images request is about: a query of the search language within some collections. */
export interface Scope {
  query: string;
  collections: readonly number[];
}

export const EVERYTHING: Scope = { query: "", collections: [] };

export function scopeParams({ query, collections }: Scope): URLSearchParams {
  const params = new URLSearchParams();
  if (query) params.set("query", query);
  if (collections.length > 0) params.set("collections", collections.join(","));
  return params;
}

export function searchAddress(scope: Scope, limit: number): string {
  const params = scopeParams(scope);
  params.set("limit", String(limit));
  return `/api/v2/images/search/?${params}`;
}

export const fetchImages = (address: string, signal?: AbortSignal) =>
  get<Page<Image>>(address, signal);

export async function fetchCount(scope: Scope, signal?: AbortSignal): Promise<number> {
  return (await fetchImages(searchAddress(scope, 1), signal)).count ?? 0;
}

export const fetchFacets = (scope: Scope, signal?: AbortSignal) =>
  get<Facets>(`/api/v2/images/facets/?${scopeParams(scope)}`, signal);

export async function fetchSize(scope: Scope, signal?: AbortSignal): Promise<number> {
  return (
    await get<Schemas["SizeOut"]>(`/api/v2/images/search/size/?${scopeParams(scope)}`, signal)
  ).size;
}

export const fetchImage = (id: string, signal?: AbortSignal) =>
  get<Image>(`/api/v2/images/${encodeURIComponent(id)}/`, signal);

export const fetchLesion = (id: string, signal?: AbortSignal) =>
  get<Lesion>(`/api/v2/lesions/${encodeURIComponent(id)}/`, signal);

export const fetchStats = (signal?: AbortSignal) => get<Stats>("/api/v2/stats/", signal);

export const release = (id: string) => send("POST", "/api/v2/images/release/", { isic_ids: [id] });

export const withdraw = (id: string, reason: string) =>
  send("POST", "/api/v2/images/withdraw/", { isic_id: id, reason });

/** A signed address that opens the ZIP of a scope with the rights of whoever asked, for one day. */
export function requestZip({ query, collections }: Scope): Promise<string> {
  const body: Record<string, string> = {};
  if (query) body.query = query;
  if (collections.length > 0) body.collections = collections.join(",");
  return send<string>("POST", "/api/v2/zip-download/url/", body);
}
