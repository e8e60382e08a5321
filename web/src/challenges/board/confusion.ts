import type { Score } from "../../api/challengeTypes";

export interface Cell {
  readonly column: string;
  readonly count: number;
  /** Share of the row's images, 0 to 1. */
  readonly share: number;
  readonly right: boolean;
}

export interface Line {
  readonly label: string;
  readonly total: number;
  readonly cells: readonly Cell[];
}

export const UNDECIDED = "Undecided";

/** The confusion matrix line by line: truth down, prediction across. */
export function linesOf(confusion: NonNullable<Score["confusion"]>): Line[] {
  const { labels, counts } = confusion;
  const categories = labels.filter((label) => label.toLowerCase() !== "undecided");
  return counts.slice(0, categories.length).map((row, at) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return {
      label: categories[at] ?? "",
      total,
      cells: row.map((count, column) => ({
        column: categories[column] ?? UNDECIDED,
        count,
        share: total === 0 ? 0 : count / total,
        right: column === at,
      })),
    };
  });
}

/** Leaves the undecided out where there are none. */
export function shownColumns(lines: readonly Line[]): string[] {
  const columns = lines[0]?.cells.map(({ column }) => column) ?? [];
  return columns.filter(
    (name, at) => name !== UNDECIDED || lines.some(({ cells }) => (cells[at]?.count ?? 0) > 0),
  );
}
