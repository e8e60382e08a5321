/** The list a reader came from, so that an image's page can lead back and on to the next one. */
interface Trail {
  readonly address: string;
  readonly ids: readonly string[];
}

let current: Trail = { address: "/gallery", ids: [] };

export function leaveTrail(ids: readonly string[]): void {
  const { pathname, search } = window.location;
  if (pathname === "/gallery") current = { address: pathname + search, ids };
  else current = { ...current, ids };
}

export const trail = (): Trail => current;

export interface Neighbour {
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

export function neighboursOf(ids: readonly string[], id: string): Neighbour {
  const at = ids.indexOf(id);
  return at === -1
    ? { previous: undefined, next: undefined }
    : { previous: ids[at - 1], next: ids[at + 1] };
}
