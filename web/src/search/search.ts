/**
 * What the gallery shows. A facet's values are tokens: a plain value, `2:Name` for the second level
 * of a tree, `40..45` (upper bound excluded, `*` open) for a range, `-` for "not given".
 */
export interface Search {
  readonly q: string;
  readonly facets: Readonly<Record<string, readonly string[]>>;
  readonly collections: readonly number[];
  readonly view: "grid" | "table";
}

export const MISSING = "-";

export const EMPTY_SEARCH: Search = { q: "", facets: {}, collections: [], view: "grid" };

export const selected = (search: Search, facet: string): readonly string[] =>
  search.facets[facet] ?? [];

/** The same search with other values of one facet; an empty list takes the facet away. */
export function withFacet(search: Search, facet: string, values: readonly string[]): Search {
  const facets = { ...search.facets };
  if (values.length > 0) facets[facet] = values;
  else delete facets[facet];
  return { ...search, facets };
}

export function toggled(values: readonly string[], value: string): string[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}

export const isFiltered = ({ q, facets, collections }: Search): boolean =>
  q !== "" || collections.length > 0 || Object.keys(facets).length > 0;
