/** The list of files on their way into a cohort, as plain data and plain steps. */
export type UploadKind = "image" | "zip" | "metadata";

export type UploadState =
  | "waiting"
  | "uploading"
  | "paused"
  | "registering"
  | "registered"
  | "failed";

export interface UploadItem {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  readonly kind: UploadKind;
  readonly state: UploadState;
  /** Bytes that have arrived. */
  readonly sent: number;
  readonly problem: string | null;
  /** Number of the accession, ZIP or metadata file that the upload became. */
  readonly registered: number | null;
}

export type Step =
  | { type: "added"; items: readonly Pick<UploadItem, "id" | "name" | "size">[] }
  | { type: "removed"; id: number }
  | { type: "started" | "paused" | "resumed" | "registering"; id: number }
  | { type: "progressed"; id: number; sent: number }
  | { type: "registered"; id: number; registered: number }
  | { type: "failed"; id: number; problem: string };

export const PARALLEL = 3;

export function kindOf(name: string): UploadKind {
  if (/\.zip$/i.test(name)) return "zip";
  if (/\.csv$/i.test(name)) return "metadata";
  return "image";
}

function fresh({ id, name, size }: Pick<UploadItem, "id" | "name" | "size">): UploadItem {
  const empty = size === 0;
  return {
    id,
    name,
    size,
    kind: kindOf(name),
    state: empty ? "failed" : "waiting",
    sent: 0,
    problem: empty ? "The file is empty." : null,
    registered: null,
  };
}

function changed(
  item: UploadItem,
  step: Exclude<Step, { type: "added" } | { type: "removed" }>,
): UploadItem {
  switch (step.type) {
    case "started":
      return { ...item, state: "uploading", problem: null };
    case "progressed":
      // A late report of a request that was already stopped changes nothing.
      return item.state === "uploading" ? { ...item, sent: step.sent } : item;
    case "paused":
      return item.state === "waiting" || item.state === "uploading"
        ? { ...item, state: "paused" }
        : item;
    case "resumed":
      return item.state === "paused" || item.state === "failed"
        ? { ...item, state: "waiting", problem: null }
        : item;
    case "registering":
      return { ...item, state: "registering", sent: item.size };
    case "registered":
      return { ...item, state: "registered", registered: step.registered };
    case "failed":
      return { ...item, state: "failed", problem: step.problem };
  }
}

export function advance(items: readonly UploadItem[], step: Step): UploadItem[] {
  if (step.type === "added") return [...items, ...step.items.map(fresh)];
  if (step.type === "removed") return items.filter(({ id }) => id !== step.id);
  return items.map((item) => (item.id === step.id ? changed(item, step) : item));
}

const BUSY: readonly UploadState[] = ["uploading", "registering"];

/** The files that may start now, in the order they were added. */
export function startable(items: readonly UploadItem[]): UploadItem[] {
  const busy = items.filter(({ state }) => BUSY.includes(state)).length;
  const free = Math.max(0, PARALLEL - busy);
  return items.filter(({ state }) => state === "waiting").slice(0, free);
}

export interface Totals {
  readonly files: number;
  readonly done: number;
  readonly failed: number;
  readonly open: number;
  /** Share of all bytes that have arrived, 0 to 1. */
  readonly share: number;
}

export function totals(items: readonly UploadItem[]): Totals {
  const done = items.filter(({ state }) => state === "registered").length;
  const failed = items.filter(({ state }) => state === "failed").length;
  const size = items.reduce((sum, item) => sum + item.size, 0);
  const sent = items.reduce((sum, item) => sum + Math.min(item.sent, item.size), 0);
  return {
    files: items.length,
    done,
    failed,
    open: items.length - done - failed,
    share: size === 0 ? 0 : sent / size,
  };
}
