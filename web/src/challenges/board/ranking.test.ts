import { expect, test } from "vitest";
import type { BoardRow } from "../../api/challengeTypes";
import { rankLabels, rankWords, score3, withoutRepeats } from "./ranking";

const ranked = (...ranks: number[]) => ranks.map((rank) => ({ rank }));

test("marks ranks that are shared", () => {
  expect(rankLabels(ranked(1, 2, 2, 4))).toEqual(["1", "=2", "=2", "4"]);
  expect(rankLabels([])).toEqual([]);
});

test("says a shared rank in words", () => {
  expect(rankWords("=2")).toBe("2, shared");
  expect(rankWords("3")).toBe("3");
});

test("shows three decimals, and a dash where there is no number", () => {
  expect([0.7654321, 1, null, undefined, Number.NaN].map(score3)).toEqual([
    "0.765",
    "1.000",
    "–",
    "–",
    "–",
  ]);
});

test("shows a row once when the board moved between two pages", () => {
  const row = (submission_id: number) => ({ submission_id }) as BoardRow;
  const rows = withoutRepeats([{ results: [row(1), row(2)] }, { results: [row(2), row(3)] }]);
  expect(rows.map(({ submission_id }) => submission_id)).toEqual([1, 2, 3]);
});
