import { get, send } from "./client";
import type { Doi, DoiChange, NewDoi } from "./doiTypes";
import type { Page, Schemas } from "./types";

const ROOT = "/api/v2/doi";
const at = (slug: string) => `${ROOT}/${encodeURIComponent(slug)}/`;

export const FIRST_DOIS = `${ROOT}/?limit=100`;

export const fetchDois = (address = FIRST_DOIS, signal?: AbortSignal) =>
  get<Page<Doi>>(address, signal);

export const fetchDoi = (slug: string, signal?: AbortSignal) => get<Doi>(at(slug), signal);

export const draftDoi = (doi: NewDoi) => send<Schemas["DraftOut"]>("POST", `${ROOT}/`, doi);

export const changeDoi = (slug: string, change: DoiChange) => send("PATCH", at(slug), change);

export const approveDoi = (slug: string) => send("POST", `${at(slug)}approve/`);

export const publishDoi = (slug: string) => send("POST", `${at(slug)}publish/`);

export const discardDoi = (slug: string) => send("DELETE", at(slug));
