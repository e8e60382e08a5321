import { expect, test } from "vitest";
import { areaOf, BOX, pathOf, pointsOf, strokeOf } from "./roc";

const curve = { threshold: [1, 0.6, 0.2], fpr: [0, 0.5, 1], tpr: [0, 1, 1] };
const NONE = { threshold: [], fpr: [], tpr: [] };

test("draws from the lower left to the upper right", () => {
  const middle = BOX.left + BOX.size / 2;
  const right = BOX.left + BOX.size;
  const foot = BOX.top + BOX.size;
  expect(pathOf(curve)).toBe(`M${BOX.left} ${foot}L${middle} ${BOX.top}L${right} ${BOX.top}`);
  expect(pathOf(NONE)).toBe("");
});

test("gives the same numbers as a table", () =>
  expect(pointsOf(curve)[1]).toEqual({ threshold: 0.6, fpr: 0.5, tpr: 1 }));

test("measures the area under the curve", () => {
  expect(areaOf(curve)).toBe(0.75);
  expect(areaOf(NONE)).toBe(null);
});

test("tells curves apart by dash as well as by colour", () => {
  const strokes = Array.from({ length: 28 }, (_, at) => strokeOf(at));
  expect(new Set(strokes.map(({ className, dash }) => className + dash)).size).toBe(28);
  expect(strokes.slice(1).every(({ dash }, at) => dash !== strokes[at]?.dash)).toBe(true);
});
