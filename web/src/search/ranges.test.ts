import { expect, test } from "vitest";
import { mergeRanges, parseRange, rangeLabel, rangeToken } from "./ranges";

test("reads what it wrote", () => {
  for (const token of ["0..0.5", "40..45", "5..*"]) {
    expect(rangeToken(parseRange(token))).toBe(token);
  }
});

test("keeps ranges with a gap apart", () =>
  expect(mergeRanges(["10..15", "0..5"])).toEqual([
    { from: 0, to: 5 },
    { from: 10, to: 15 },
  ]));

test("swallows what lies inside", () =>
  expect(mergeRanges(["0..50", "10..15", "50..*"])).toEqual([{ from: 0, to: null }]));

test("names ranges as people do", () => {
  expect(rangeLabel("age_approx", { from: 40, to: 50 }, "years")).toBe("40 to under 50 years");
  expect(rangeLabel("age_approx", { from: 85, to: 90 }, "years")).toBe("85 years and over");
  expect(rangeLabel("mel_thick_mm", { from: 5, to: null }, "mm")).toBe("5 mm and over");
});
