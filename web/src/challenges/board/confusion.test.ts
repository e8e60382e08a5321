import { expect, test } from "vitest";
import { linesOf, shownColumns } from "./confusion";

const confusion = {
  labels: ["MEL", "NV"],
  counts: [
    [3, 1, 0],
    [0, 0, 0],
  ],
};

test("reads truth down and prediction across, in shares of the truth", () => {
  const [mel, nv] = linesOf(confusion);
  expect(mel).toMatchObject({ label: "MEL", total: 4 });
  expect(mel?.cells.map(({ share }) => share)).toEqual([0.75, 0.25, 0]);
  expect(mel?.cells.map(({ right }) => right)).toEqual([true, false, false]);
  expect(nv?.cells.every(({ share }) => share === 0)).toBe(true);
});

test("shows the undecided only where there are some", () => {
  expect(shownColumns(linesOf(confusion))).toEqual(["MEL", "NV"]);
  const some = {
    ...confusion,
    counts: [
      [3, 1, 0],
      [0, 0, 2],
    ],
  };
  expect(shownColumns(linesOf(some))).toEqual(["MEL", "NV", "Undecided"]);
});

test("does not mind whether the undecided have a label", () => {
  const named = { ...confusion, labels: ["MEL", "NV", "undecided"] };
  expect(linesOf(named).map(({ label }) => label)).toEqual(["MEL", "NV"]);
});
