import { expect, test } from "vitest";
import { neighboursOf } from "./trail";

test("leads to the images before and after", () =>
  expect(neighboursOf(["a", "b", "c"], "b")).toEqual({ previous: "a", next: "c" }));

test("ends at the ends, and knows nothing about other images", () => {
  expect(neighboursOf(["a", "b"], "a")).toEqual({ previous: undefined, next: "b" });
  expect(neighboursOf(["a", "b"], "x")).toEqual({ previous: undefined, next: undefined });
});
