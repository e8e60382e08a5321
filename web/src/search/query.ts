import { facetOf, isBoolean } from "../fields/facets";
import { mergeRanges } from "./ranges";
import { MISSING, type Search } from "./search";

function quoted(value: string): string {
  // The language has no escape for the quotation mark; no value of the archive contains one.
  return `"${value.replaceAll('"', "")}"`;
}

function treeTerm(facet: string, token: string): string {
  if (token === MISSING) return `-${facet}_1:*`;
  return `${facet}_${token.charAt(0)}:${quoted(token.slice(2))}`;
}

function plainTerm(facet: string, token: string): string {
  if (token === MISSING) return `-${facet}:*`;
  return `${facet}:${isBoolean(facet) ? token : quoted(token)}`;
}

function rangeTerms(facet: string, tokens: readonly string[]): string[] {
  const ranges = mergeRanges(tokens.filter((token) => token !== MISSING)).map(
    ({ from, to }) => `${facet}:[${from} TO ${to === null ? "*]" : `${to}}`}`,
  );
  return tokens.includes(MISSING) ? [...ranges, `-${facet}:*`] : ranges;
}

function facetTerms(facet: string, tokens: readonly string[]): string[] {
  const kind = facetOf(facet)?.kind;
  const sorted = [...tokens].sort();
  if (kind === "range") return rangeTerms(facet, sorted);
  return sorted.map((token) =>
    kind === "tree" ? treeTerm(facet, token) : plainTerm(facet, token),
  );
}

/**
 * The search in the archive's query language: any of a facet's values, all of the facets, and what
 * was typed. `except` leaves one facet out, to count its values without its own selection.
 */
export function toQuery(search: Search, except?: string): string {
  const groups = Object.keys(search.facets)
    .filter((facet) => facet !== except)
    .sort()
    .map((facet) => facetTerms(facet, search.facets[facet] ?? []));
  if (groups.length === 0) return search.q;
  const parts = search.q ? [[search.q], ...groups] : groups;
  if (parts.length === 1) return parts[0]?.join(" OR ") ?? "";
  return parts
    .map((terms, at) => {
      const text = terms.join(" OR ");
      return (at === 0 && search.q) || terms.length > 1 ? `(${text})` : text;
    })
    .join(" AND ");
}
