/** A stretch of numbers: lower bound included, upper bound excluded, null for open. */
export interface Range {
  readonly from: number;
  readonly to: number | null;
}

export const rangeToken = ({ from, to }: Range): string => `${from}..${to ?? "*"}`;

export function parseRange(token: string): Range {
  const [from = "0", to = "*"] = token.split("..");
  return { from: Number(from), to: to === "*" ? null : Number(to) };
}

/** Joins stretches that touch, so that ten ticked buckets read as one range. */
export function mergeRanges(tokens: readonly string[]): Range[] {
  const sorted = tokens.map(parseRange).sort((a, b) => a.from - b.from);
  const merged: Range[] = [];
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last && (last.to === null || range.from <= last.to)) {
      const to = last.to === null || range.to === null ? null : Math.max(last.to, range.to);
      merged[merged.length - 1] = { from: last.from, to };
    } else {
      merged.push(range);
    }
  }
  return merged;
}

/** Age 85 stands for "85 and over", so its bucket has no upper end for people. */
export function rangeLabel(field: string, { from, to }: Range, unit = ""): string {
  const open = to === null || (field === "age_approx" && to > 85);
  const last = unit ? ` ${unit}` : "";
  return open ? `${from}${last} and over` : `${from} to under ${to}${last}`;
}
