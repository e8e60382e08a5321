import { expect, test } from "vitest";
import { advance, kindOf, type Step, startable, totals, type UploadItem } from "./queue";

const files = (...names: string[]): Step => ({
  type: "added",
  items: names.map((name, at) => ({ id: at + 1, name, size: 100 })),
});
const after = (...steps: Step[]): UploadItem[] => steps.reduce<UploadItem[]>(advance, []);
const state = (items: UploadItem[], id: number) => items.find((item) => item.id === id)?.state;

test("tells images, archives and metadata apart by name", () => {
  expect(kindOf("a.JPG")).toBe("image");
  expect(kindOf("all.ZIP")).toBe("zip");
  expect(kindOf("metadata.csv")).toBe("metadata");
});

test("starts at most three files, in order", () => {
  const items = after(files("a.jpg", "b.jpg", "c.jpg", "d.jpg"));
  expect(startable(items).map(({ name }) => name)).toEqual(["a.jpg", "b.jpg", "c.jpg"]);
  const busy = after(files("a.jpg", "b.jpg", "c.jpg", "d.jpg"), { type: "started", id: 1 });
  expect(startable(busy).map(({ name }) => name)).toEqual(["b.jpg", "c.jpg"]);
});

test("refuses an empty file at once", () => {
  const items = after({ type: "added", items: [{ id: 1, name: "a.jpg", size: 0 }] });
  expect(items[0]).toMatchObject({ state: "failed", problem: "The file is empty." });
});

test("keeps what was sent over a pause", () => {
  const items = after(
    files("a.jpg"),
    { type: "started", id: 1 },
    { type: "progressed", id: 1, sent: 60 },
    { type: "paused", id: 1 },
    { type: "progressed", id: 1, sent: 70 },
  );
  expect(items[0]).toMatchObject({ state: "paused", sent: 60 });
  expect(state(advance(items, { type: "resumed", id: 1 }), 1)).toBe("waiting");
});

test("offers a failed file again without its problem", () => {
  const items = after(
    files("a.jpg"),
    { type: "started", id: 1 },
    { type: "failed", id: 1, problem: "No connection." },
    { type: "resumed", id: 1 },
  );
  expect(items[0]).toMatchObject({ state: "waiting", problem: null });
});

test("does not pause what the server already has", () => {
  const items = after(files("a.jpg"), { type: "registering", id: 1 }, { type: "paused", id: 1 });
  expect(state(items, 1)).toBe("registering");
});

test("sums up", () => {
  const items = after(
    files("a.jpg", "b.jpg"),
    { type: "registering", id: 1 },
    { type: "registered", id: 1, registered: 7 },
    { type: "failed", id: 2, problem: "x" },
  );
  expect(totals(items)).toEqual({ files: 2, done: 1, failed: 1, open: 0, share: 0.5 });
  expect(totals([]).share).toBe(0);
});
