import { expect, test } from "vitest";
import { fromField, toField } from "./localTime";

test("gives back the moment it was given, whatever the time zone", () => {
  const moment = "2026-11-25T18:54:00.000Z";
  expect(fromField(toField(moment))).toBe(moment);
});

test("knows the absence of a moment", () => {
  expect(toField("")).toBe("");
  expect(fromField("")).toBe(null);
  expect(fromField("soon")).toBe(null);
});
