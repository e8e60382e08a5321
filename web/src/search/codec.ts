import { FACETS, facetOf } from "../fields/facets";
import { EMPTY_SEARCH, type Search } from "./search";

const TREE_TOKEN = /^[1-5]:.+/;
const RANGE_TOKEN = /^\d+(\.\d+)?\.\.(\d+(\.\d+)?|\*)$/;

function fits(facet: string, token: string): boolean {
  if (token === "") return false;
  if (token === "-") return true;
  const kind = facetOf(facet)?.kind;
  if (kind === "tree") return TREE_TOKEN.test(token);
  if (kind === "range") return RANGE_TOKEN.test(token);
  return kind === "terms";
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** Reads a search from the address; whatever is unknown or malformed is left out. */
export function parseSearch(text: string): Search {
  const params = new URLSearchParams(text);
  const facets: Record<string, string[]> = {};
  for (const { id } of FACETS) {
    const values = unique(params.getAll(id).filter((token) => fits(id, token)));
    if (values.length > 0) facets[id] = values;
  }
  const collections = (params.get("collections") ?? "")
    .split(",")
    .filter((part) => /^\d{1,9}$/.test(part))
    .map(Number);
  return {
    ...EMPTY_SEARCH,
    q: (params.get("q") ?? "").trim(),
    facets,
    collections: unique(collections),
    view: params.get("view") === "table" ? "table" : "grid",
  };
}

/** Writes a search in one fixed order, so that the same view always has the same address. */
export function formatSearch(search: Search): string {
  const params = new URLSearchParams();
  if (search.q) params.set("q", search.q);
  for (const { id } of FACETS) {
    for (const value of [...(search.facets[id] ?? [])].sort()) params.append(id, value);
  }
  if (search.collections.length > 0) {
    params.set("collections", [...search.collections].sort((a, b) => a - b).join(","));
  }
  if (search.view !== "grid") params.set("view", search.view);
  return params.toString();
}

export function galleryAddress(search: Search): string {
  const text = formatSearch(search);
  return text ? `/gallery?${text}` : "/gallery";
}
