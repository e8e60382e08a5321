import type { PublishProgress, PublishStep } from "../api/doiTypes";
import { bytes, count } from "../format/format";

/** The steps of publishing in the words of the page. */
const LABELS: Readonly<Record<string, string>> = {
  lock: "Lock the collection",
  release: "Lift the embargo of its images",
  open: "Make the collection public",
  freeze: "Build and freeze the files",
  mint: "Register the DOI",
  live: "Open the public page",
};

export const stepLabel = (name: string): string => LABELS[name] ?? name;

/** Share of a step that is done, 0 to 1; null while it cannot be told. */
export function shareOf({ state, done, total }: PublishStep): number | null {
  if (state === "done") return 1;
  if (done === null || total === null || total <= 0) return null;
  return Math.min(1, done / total);
}

/** "12 of 40", in bytes where files are built; empty where there is nothing to count. */
export function amountOf({ name, done, total }: PublishStep): string {
  if (done === null || total === null || total === 0) return "";
  const words = name === "freeze" ? bytes : count;
  return `${words(done)} of ${words(total)}`;
}

/** One sentence about where publishing stands, for those who do not see the list. */
export function sentenceOf({ steps }: PublishProgress): string {
  const at = steps.findIndex(({ state }) => state !== "done");
  if (at < 0) return "All steps are done.";
  const step = steps[at];
  return step ? `Step ${at + 1} of ${steps.length}: ${stepLabel(step.name)}` : "";
}

/** Seconds that a step took, or has taken so far. */
export function secondsOf({ started_at, finished_at }: PublishStep, now: number): number | null {
  if (started_at === null) return null;
  const end = finished_at === null ? now : Date.parse(finished_at);
  return Math.max(0, Math.round((end - Date.parse(started_at)) / 1000));
}

export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${seconds % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
