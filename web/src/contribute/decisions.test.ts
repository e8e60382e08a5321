import { expect, test } from "vitest";
import { type Decisions, decided, markOf, toList } from "./decisions";

test("marks, changes its mind and undoes", () => {
  let marks: Decisions = new Map();
  marks = decided(marks, 1, true);
  marks = decided(marks, 2, true);
  marks = decided(marks, 1, false);
  marks = decided(marks, 2, null);
  expect(toList(marks)).toEqual([{ id: 1, value: false }]);
});

test("knows its keys, in either case, and no others", () => {
  expect(markOf("a")).toBe(true);
  expect(markOf("R")).toBe(false);
  expect(markOf("u")).toBe(null);
  expect(markOf("x")).toBe(undefined);
});
