import type { Facets } from "../api/types";
import { fieldOf } from "../fields/dictionary";
import { FACETS, isBoolean } from "../fields/facets";
import type { Taxonomies } from "../taxonomy/taxonomies";
import { optionsOf, treeOf } from "./counts";
import { MISSING } from "./search";
import { tokenLabel } from "./tokenLabel";
import type { TreeNode } from "./tree";

/** A filter that can be found by its words. */
export interface Suggestion {
  readonly facet: string;
  readonly token: string;
  readonly label: string;
  readonly context: string;
  readonly total: number;
}

function ofTree(facet: string, nodes: readonly TreeNode[], path: string[]): Suggestion[] {
  return nodes.flatMap((node) => [
    {
      facet,
      token: node.token,
      label: node.name,
      context: [fieldOf(facet).label, ...path].join(" › "),
      total: node.total,
    },
    ...ofTree(facet, node.children, [...path, node.name]),
  ]);
}

/** Everything that can be suggested, from what the archive holds. */
export function allSuggestions(facets: Facets, taxonomies: Taxonomies): Suggestion[] {
  return FACETS.flatMap(({ id, kind }) => {
    if (id === "diagnosis" || id === "anatom_site") {
      return ofTree(id, treeOf(id, taxonomies[id], facets, facets).roots, []);
    }
    if (kind === "range") return [];
    const offered = optionsOf(id, facets, facets).filter(
      ({ token, total }) => token !== MISSING && total > 0,
    );
    if (isBoolean(id)) {
      return offered
        .filter(({ token }) => token === "true")
        .map(({ token, total }) => ({
          facet: id,
          token,
          label: fieldOf(id).label,
          context: "Yes",
          total,
        }));
    }
    return offered.map(({ token, total }) => ({
      facet: id,
      token,
      label: tokenLabel(id, token),
      context: fieldOf(id).label,
      total,
    }));
  });
}

/** The best matches: labels that start with the words first, then any that contain them all. */
export function suggest(all: readonly Suggestion[], typed: string, limit = 8): Suggestion[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const rank = ({ label, context }: Suggestion): number => {
    const own = label.toLowerCase();
    const text = `${own} ${context.toLowerCase()}`;
    if (!words.every((word) => text.includes(word))) return -1;
    if (own.startsWith(words.join(" "))) return 3;
    if (words.every((word) => own.includes(word))) return 2;
    return 1;
  };
  return all
    .map((suggestion) => ({ suggestion, score: rank(suggestion) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.suggestion.total - a.suggestion.total)
    .slice(0, limit)
    .map(({ suggestion }) => suggestion);
}
