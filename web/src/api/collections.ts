import { get, send } from "./client";
import type { Scope } from "./images";
import type { Attribution, Collection, Page, Person, Schemas, Sharing } from "./types";

const ROOT = "/api/v2/collections";

export const fetchCollections = (address = `${ROOT}/?limit=100`, signal?: AbortSignal) =>
  get<Page<Collection>>(address, signal);

export async function fetchPinned(signal?: AbortSignal): Promise<Collection[]> {
  return (await get<Page<Collection>>(`${ROOT}/?pinned=true&sort=name&limit=100`, signal)).results;
}

export const fetchCollection = (id: number, signal?: AbortSignal) =>
  get<Collection>(`${ROOT}/${id}/`, signal);

export const fetchAttribution = (id: number, signal?: AbortSignal) =>
  get<Attribution[]>(`${ROOT}/${id}/attribution/`, signal);

export async function createCollection(
  name: string,
  description: string,
  ids: readonly string[],
): Promise<number> {
  const body = { name, description, isic_ids: ids };
  return (await send<Schemas["CreatedOut"]>("POST", `${ROOT}/create-from-isic-ids/`, body))
    .collection_id;
}

export function addSearch(id: number, { query, collections }: Scope): Promise<unknown> {
  const body: Record<string, string> = {};
  if (query) body.query = query;
  if (collections.length > 0) body.collections = collections.join(",");
  return send("POST", `${ROOT}/${id}/populate-from-search/`, body);
}

/** What became of each id of a list that was added to or removed from a collection. */
export type ListOutcome = Schemas["Removed"] & Partial<Schemas["Added"]>;

const LIST_LIMIT = 500;

async function inChunks(path: string, ids: readonly string[]): Promise<ListOutcome> {
  const total: ListOutcome = {
    succeeded: [],
    no_perms_or_does_not_exist: [],
    private_image_public_collection: [],
  };
  for (let at = 0; at < ids.length; at += LIST_LIMIT) {
    const part = await send<ListOutcome>("POST", path, {
      isic_ids: ids.slice(at, at + LIST_LIMIT),
    });
    total.succeeded.push(...part.succeeded);
    total.no_perms_or_does_not_exist.push(...part.no_perms_or_does_not_exist);
    total.private_image_public_collection?.push(...(part.private_image_public_collection ?? []));
  }
  return total;
}

export const addImages = (id: number, ids: readonly string[]) =>
  inChunks(`${ROOT}/${id}/populate-from-list/`, ids);

export const removeImages = (id: number, ids: readonly string[]) =>
  inChunks(`${ROOT}/${id}/remove-from-list/`, ids);

export const share = (id: number, users: readonly number[]) =>
  send("POST", `${ROOT}/${id}/share/`, { user_ids: users, notify: false });

export const unshare = (id: number, users: readonly number[]) =>
  send("POST", `${ROOT}/${id}/unshare/`, { user_ids: users });

export const deleteCollection = (id: number) => send("DELETE", `${ROOT}/${id}/`);

export const fetchSharing = (id: number, signal?: AbortSignal) =>
  get<Sharing[]>(`${ROOT}/sharing-info/?collection_ids=${id}`, signal);

export const findPeople = (query: string, signal?: AbortSignal) =>
  get<Person[]>(`/api/v2/autocomplete/user/?query=${encodeURIComponent(query)}`, signal);

export const findOwnCollections = (query: string, signal?: AbortSignal) =>
  get<Collection[]>(`${ROOT}/autocomplete/?query=${encodeURIComponent(query)}`, signal);

/** By name, those that gather by themselves ("magic") left out. */
export const fetchNamedCollections = (query: string, signal?: AbortSignal) =>
  get<Collection[]>(`/api/v2/autocomplete/collection/?query=${encodeURIComponent(query)}`, signal);
