import { keepPreviousData, useInfiniteQuery, useQueries, useQuery } from "@tanstack/react-query";
import { here } from "../api/client";
import {
  EVERYTHING,
  fetchCount,
  fetchFacets,
  fetchImages,
  fetchSize,
  type Scope,
  searchAddress,
} from "../api/images";
import type { Facets } from "../api/types";
import { toQuery } from "../search/query";
import type { Search } from "../search/search";

const PAGE = 60;
const POLL_MS = 5000;

/** The images of a scope, page by page; the old ones stay on the screen while new ones load. */
export const useImages = (scope: Scope) =>
  useInfiniteQuery({
    queryKey: ["images", scope],
    queryFn: ({ pageParam, signal }) => fetchImages(pageParam, signal),
    initialPageParam: searchAddress(scope, PAGE),
    getNextPageParam: (page) => (page.next ? here(page.next) : undefined),
    placeholderData: keepPreviousData,
  });

export const useTotal = () =>
  useQuery({
    queryKey: ["count", EVERYTHING],
    queryFn: ({ signal }) => fetchCount(EVERYTHING, signal),
  });

/** The count of a scope, asked again and again while the page is in front. */
export const useLiveCount = (scope: Scope) =>
  useQuery({
    queryKey: ["count", "live", scope],
    queryFn: ({ signal }) => fetchCount(scope, signal),
    refetchInterval: POLL_MS,
    staleTime: 0,
    retry: false,
  });

export const useSize = (scope: Scope) =>
  useQuery({ queryKey: ["size", scope], queryFn: ({ signal }) => fetchSize(scope, signal) });

const facetQuery = (scope: Scope) => ({
  queryKey: ["facets", scope],
  queryFn: ({ signal }: { signal: AbortSignal }) => fetchFacets(scope, signal),
  placeholderData: keepPreviousData,
});

export const useTotalFacets = () => useQuery(facetQuery(EVERYTHING));

/** Counts for the facet panel: in the whole archive, and among what was found. */
export interface FacetCounts {
  readonly total: Facets | undefined;
  /** A facet's own selection does not count against its values. */
  readonly filteredFor: (facet: string) => Facets;
  readonly failed: boolean;
}

export function useFacetCounts(search: Search): FacetCounts {
  const { collections } = search;
  const total = useTotalFacets();
  const filtered = useQuery(facetQuery({ query: toQuery(search), collections }));
  const chosen = Object.keys(search.facets);
  const own = useQueries({
    queries: chosen.map((facet) => facetQuery({ query: toQuery(search, facet), collections })),
  });
  return {
    total: total.data,
    filteredFor: (facet) => own[chosen.indexOf(facet)]?.data ?? filtered.data ?? {},
    failed: total.isError,
  };
}
