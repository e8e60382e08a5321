import { useSyncExternalStore } from "react";

const KEY = "dermarium.selection";

function restore(): ReadonlySet<string> {
  try {
    return new Set(JSON.parse(sessionStorage.getItem(KEY) ?? "[]") as string[]);
  } catch {
    return new Set();
  }
}

let ids: ReadonlySet<string> = restore();
const watchers = new Set<() => void>();

function replace(next: ReadonlySet<string>): void {
  ids = next;
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...next]));
  } catch {
    // Without storage the selection lasts until the page is closed.
  }
  for (const changed of watchers) changed();
}

/** Numbers of the images ticked in any grid; kept over pages and reloads of this tab. */
export function useSelection(): ReadonlySet<string> {
  return useSyncExternalStore(
    (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    () => ids,
  );
}

export function select(chosen: readonly string[], on: boolean): void {
  const next = new Set(ids);
  for (const id of chosen) {
    if (on) next.add(id);
    else next.delete(id);
  }
  replace(next);
}

export const clearSelection = (): void => replace(new Set());
