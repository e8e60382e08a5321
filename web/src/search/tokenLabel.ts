import { fieldOf } from "../fields/dictionary";
import { facetOf } from "../fields/facets";
import { valueLabel } from "../fields/values";
import { parseRange, rangeLabel } from "./ranges";
import { MISSING } from "./search";

/** A facet's token in words. */
export function tokenLabel(facet: string, token: string): string {
  if (token === MISSING) return "Not given";
  const kind = facetOf(facet)?.kind;
  if (kind === "tree") return token.slice(2);
  if (kind === "range") return rangeLabel(facet, parseRange(token), fieldOf(facet).unit);
  return valueLabel(facet, token);
}
