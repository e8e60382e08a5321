/** A reviewer's marks that have not been saved yet: true accepts, false rejects. */
export type Decisions = ReadonlyMap<number, boolean>;

export function decided(before: Decisions, id: number, value: boolean | null): Decisions {
  const next = new Map(before);
  if (value === null) next.delete(id);
  else next.set(id, value);
  return next;
}

/** What a key does with the picture in focus: A accepts, R rejects, U undoes. */
export function markOf(key: string): boolean | null | undefined {
  const marks: Record<string, boolean | null> = { a: true, r: false, u: null };
  return marks[key.toLowerCase()];
}

export const toList = (decisions: Decisions): { id: number; value: boolean }[] =>
  [...decisions].map(([id, value]) => ({ id, value }));
