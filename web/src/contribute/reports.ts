import { useSyncExternalStore } from "react";

/** ZIPs and metadata files that were handed over from this tab. */
export interface Report {
  readonly kind: "zip" | "metadata";
  readonly id: number;
}

const NONE: readonly Report[] = [];
const known = new Map<number, readonly Report[]>();
const watchers = new Set<() => void>();

const keyOf = (cohort: number) => `dermarium.reports.${cohort}`;

function restore(cohort: number): readonly Report[] {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(cohort)) ?? "[]") as Report[];
  } catch {
    return NONE;
  }
}

function reportsOf(cohort: number): readonly Report[] {
  const reports = known.get(cohort) ?? restore(cohort);
  known.set(cohort, reports);
  return reports;
}

/** Remembered over a reload, because the archive has no list of them to ask for. */
export function addReport(cohort: number, report: Report): void {
  const reports = [report, ...reportsOf(cohort)];
  known.set(cohort, reports);
  try {
    sessionStorage.setItem(keyOf(cohort), JSON.stringify(reports));
  } catch {
    // Without storage the reports last as long as the page.
  }
  for (const changed of watchers) changed();
}

export function useReports(cohort: number): readonly Report[] {
  return useSyncExternalStore(
    (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    () => reportsOf(cohort),
  );
}
