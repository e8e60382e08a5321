import type { BoardRow } from "../../api/challengeTypes";

export const score3 = (value: number | null | undefined): string =>
  value === null || value === undefined || Number.isNaN(value) ? "–" : value.toFixed(3);

/** "=2" where a rank is shared, as tables of results write it. */
export function rankLabels(rows: readonly Pick<BoardRow, "rank">[]): string[] {
  const times = new Map<number, number>();
  for (const { rank } of rows) times.set(rank, (times.get(rank) ?? 0) + 1);
  return rows.map(({ rank }) => ((times.get(rank) ?? 0) > 1 ? `=${rank}` : String(rank)));
}

/** The same in words, for those who hear it. */
export const rankWords = (label: string): string =>
  label.startsWith("=") ? `${label.slice(1)}, shared` : label;

/** Rows of later pages may repeat one of an earlier page when the board moved in between. */
export function withoutRepeats(pages: readonly { results: BoardRow[] }[]): BoardRow[] {
  const seen = new Set<number>();
  return pages
    .flatMap(({ results }) => results)
    .filter(({ submission_id }) => {
      if (seen.has(submission_id)) return false;
      seen.add(submission_id);
      return true;
    });
}
