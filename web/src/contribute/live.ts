import { type InfiniteData, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { Accession, AccessionState, Page } from "../api/types";
import { useEvents } from "../live/useEvents";

export type AccessionPages = InfiniteData<Page<Accession>>;

/**
 * The list after news of one accession: it is replaced where it stands, put on top when it is new,
 * and taken out of a list of another state.
 */
export function withAccession(
  data: AccessionPages,
  news: Accession,
  state: AccessionState | null,
): AccessionPages {
  const belongs = state === null || news.state === state;
  const present = data.pages.some(({ results }) => results.some(({ id }) => id === news.id));
  const pages = data.pages.map((page, at) => {
    if (present) {
      const results = belongs
        ? page.results.map((old) => (old.id === news.id ? news : old))
        : page.results.filter(({ id }) => id !== news.id);
      return { ...page, results };
    }
    return at === 0 && belongs ? { ...page, results: [news, ...page.results] } : page;
  });
  return { ...data, pages };
}

export const accessionsKey = (cohort: number, state: AccessionState | null) => [
  "accessions",
  cohort,
  state,
];

function tell(client: QueryClient, cohort: number, news: Accession): void {
  for (const query of client.getQueryCache().findAll({ queryKey: ["accessions", cohort] })) {
    const state = query.queryKey[2] as AccessionState | null;
    client.setQueryData<AccessionPages>(query.queryKey, (data) =>
      data ? withAccession(data, news, state) : data,
    );
  }
}

const COUNT_AGAIN_MS = 500;

/** Follows a cohort's events and keeps the lists on the screen up to date; says whether it is live. */
export function useCohortEvents(cohort: number): boolean {
  const client = useQueryClient();
  const counting = useRef<ReturnType<typeof setTimeout>>(undefined);

  const countAgain = () => {
    counting.current ??= setTimeout(() => {
      counting.current = undefined;
      void client.invalidateQueries({ queryKey: ["progress", cohort] });
    }, COUNT_AGAIN_MS);
  };
  useEffect(
    () => () => {
      clearTimeout(counting.current);
      counting.current = undefined;
    },
    [],
  );

  return useEvents(
    `/api/v2/cohorts/${cohort}/events/`,
    "accession",
    (data) => {
      tell(client, cohort, JSON.parse(data) as Accession);
      countAgain();
    },
    () => {
      void client.invalidateQueries({ queryKey: ["accessions", cohort] });
      countAgain();
    },
  );
}
