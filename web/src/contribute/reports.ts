import { useCallback, useState } from "react";

/** ZIPs and metadata files that were handed over from this tab. */
export interface Report {
  readonly kind: "zip" | "metadata";
  readonly id: number;
}

const keyOf = (cohort: number) => `dermarium.reports.${cohort}`;

function restore(cohort: number): Report[] {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(cohort)) ?? "[]") as Report[];
  } catch {
    return [];
  }
}

/** Remembers them over a reload: the archive has no list of them to ask for. */
export function useReports(cohort: number): [readonly Report[], (report: Report) => void] {
  const [reports, setReports] = useState(() => restore(cohort));
  const add = useCallback(
    (report: Report) =>
      setReports((before) => {
        const next = [report, ...before];
        try {
          sessionStorage.setItem(keyOf(cohort), JSON.stringify(next));
        } catch {
          // Without storage the reports last as long as the page.
        }
        return next;
      }),
    [cohort],
  );
  return [reports, add];
}
