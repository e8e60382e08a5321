import { useQuery } from "@tanstack/react-query";
import type { Taxonomy } from "../search/tree";

export interface Taxonomies {
  diagnosis: Taxonomy;
  anatom_site: Taxonomy;
}

async function load(): Promise<Taxonomies> {
  const [diagnosis, site] = await Promise.all([
    import("dictionary/diagnosis.json"),
    import("dictionary/anatom_site.json"),
  ]);
  return {
    diagnosis: diagnosis.default as Taxonomy,
    anatom_site: site.default as unknown as Taxonomy,
  };
}

/** The two hierarchies, fetched apart from the app because only the gallery needs them. */
export const useTaxonomies = () =>
  useQuery({ queryKey: ["taxonomies"], queryFn: load, staleTime: Number.POSITIVE_INFINITY });
