import type { Bucket, Facet, Facets } from "../api/types";
import { facetOf } from "../fields/facets";
import { rangeToken } from "./ranges";
import { MISSING } from "./search";
import { buildTree, type Taxonomy, type TreeNode } from "./tree";

/** One choice of a facet: how many images have it among the found ones, and in the whole archive. */
export interface Option {
  readonly token: string;
  readonly filtered: number;
  readonly total: number;
}

function bucketToken(bucket: Bucket, step: number | undefined): string {
  if (bucket.from !== undefined || bucket.to !== undefined) {
    const to = bucket.to === "*" || bucket.to === undefined ? null : bucket.to;
    return rangeToken({ from: bucket.from ?? 0, to });
  }
  if (step) return rangeToken({ from: Number(bucket.key), to: Number(bucket.key) + step });
  return bucket.key_as_string ?? String(bucket.key);
}

function countsOf(facet: Facet | undefined, step?: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const bucket of facet?.buckets ?? [])
    counts.set(bucketToken(bucket, step), bucket.doc_count);
  if (facet) counts.set(MISSING, facet.meta.missing_count);
  return counts;
}

/** The choices of a flat facet in the server's order, "not given" last. */
export function optionsOf(id: string, total: Facets, filtered: Facets): Option[] {
  const step = facetOf(id)?.step;
  const found = countsOf(filtered[id], step);
  return [...countsOf(total[id], step)].map(([token, all]) => ({
    token,
    total: all,
    filtered: found.get(token) ?? 0,
  }));
}

export interface TreeOptions {
  readonly roots: TreeNode[];
  readonly missing: Option;
}

/** The choices of a hierarchical facet: the part of the taxonomy that occurs. */
export function treeOf(
  id: string,
  taxonomy: Taxonomy,
  total: Facets,
  filtered: Facets,
): TreeOptions {
  const levels = [1, 2, 3, 4, 5];
  const all = levels.map((level) => countsOf(total[`${id}_${level}`]));
  const found = levels.map((level) => countsOf(filtered[`${id}_${level}`]));
  const at = (counts: Map<string, number>[]) => (level: number, name: string) =>
    counts[level - 1]?.get(name) ?? 0;
  return {
    roots: buildTree(taxonomy, at(all), at(found)),
    missing: {
      token: MISSING,
      total: all[0]?.get(MISSING) ?? 0,
      filtered: found[0]?.get(MISSING) ?? 0,
    },
  };
}
