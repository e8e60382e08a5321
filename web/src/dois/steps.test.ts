import { expect, test } from "vitest";
import type { PublishStep } from "../api/doiTypes";
import { amountOf, duration, secondsOf, sentenceOf, shareOf, stepLabel } from "./steps";

const step = (change: Partial<PublishStep>): PublishStep => ({
  name: "freeze",
  state: "running",
  done: null,
  total: null,
  started_at: null,
  finished_at: null,
  ...change,
});

test("tells the share of a step only where it can be told", () => {
  expect(shareOf(step({}))).toBe(null);
  expect(shareOf(step({ done: 0, total: 0 }))).toBe(null);
  expect(shareOf(step({ done: 3, total: 4 }))).toBe(0.75);
  expect(shareOf(step({ done: 9, total: 4 }))).toBe(1);
  expect(shareOf(step({ state: "done" }))).toBe(1);
});

test("counts bytes of files and heads of images", () => {
  expect(amountOf(step({ done: 1_500_000, total: 3_000_000 }))).toBe("1.5 MB of 3 MB");
  expect(amountOf(step({ name: "release", done: 12, total: 1040 }))).toBe("12 of 1,040");
  expect(amountOf(step({ name: "release", done: 0, total: 0 }))).toBe("");
});

test("says in one sentence where publishing stands", () => {
  const steps = [step({ name: "lock", state: "done" }), step({ name: "release" })];
  expect(sentenceOf({ step: "release", steps, problem: null })).toBe(
    "Step 2 of 2: Lift the embargo of its images",
  );
  const done = steps.map((one) => ({ ...one, state: "done" as const }));
  expect(sentenceOf({ step: "live", steps: done, problem: null })).toBe("All steps are done.");
});

test("measures a step to its end, or to now", () => {
  const started_at = "2026-11-25T10:00:00Z";
  const now = Date.parse("2026-11-25T10:01:05Z");
  expect(secondsOf(step({}), now)).toBe(null);
  expect(secondsOf(step({ started_at }), now)).toBe(65);
  expect(secondsOf(step({ started_at, finished_at: "2026-11-25T10:00:09Z" }), now)).toBe(9);
  expect([9, 65, 3720].map(duration)).toEqual(["9 s", "1 min 5 s", "1 h 2 min"]);
});

test("keeps the name of a step it does not know", () => expect(stepLabel("audit")).toBe("audit"));
