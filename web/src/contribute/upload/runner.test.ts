import { expect, test, vi } from "vitest";
import { type Desk, UploadRunner } from "./runner";

const file = (name: string) => new File(["0123456789"], name);

/** A desk whose carriers wait until the test lets them go on. */
function slowDesk() {
  const waiting = new Map<string, { done: () => void; fail: (why: Error) => void }>();
  const desk: Desk = {
    carrier: ({ name }) => ({
      run: (signal, onSent) =>
        new Promise((resolve, reject) => {
          onSent(5);
          signal.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
          waiting.set(name, { done: () => resolve(name), fail: reject });
        }),
    }),
    register: async () => 42,
  };
  return { desk, waiting };
}

const states = (runner: UploadRunner) => runner.snapshot().map(({ state }) => state);

test("carries three at a time and registers what arrived", async () => {
  const { desk, waiting } = slowDesk();
  const runner = new UploadRunner(desk);
  runner.add(["a.jpg", "b.jpg", "c.jpg", "d.jpg"].map(file));
  expect(states(runner)).toEqual(["uploading", "uploading", "uploading", "waiting"]);
  waiting.get("b.jpg")?.done();
  await vi.waitFor(() =>
    expect(states(runner)).toEqual(["uploading", "registered", "uploading", "uploading"]),
  );
  expect(runner.snapshot()[1]?.registered).toBe(42);
});

test("lets another file go first while one is paused", () => {
  const { desk } = slowDesk();
  const runner = new UploadRunner(desk);
  runner.add(["a.jpg", "b.jpg", "c.jpg", "d.jpg"].map(file));
  runner.pause(1);
  expect(states(runner)).toEqual(["paused", "uploading", "uploading", "uploading"]);
  runner.resume(1);
  expect(states(runner)[0]).toBe("waiting");
});

test("names the problem of a failed file and goes on with the rest", async () => {
  const { desk, waiting } = slowDesk();
  const runner = new UploadRunner(desk);
  runner.add([file("a.jpg"), file("b.jpg")]);
  waiting.get("a.jpg")?.fail(new Error("The connection was lost."));
  await vi.waitFor(() => expect(states(runner)).toEqual(["failed", "uploading"]));
  expect(runner.snapshot()[0]?.problem).toBe("The connection was lost.");
  runner.resume(1);
  expect(states(runner)).toEqual(["uploading", "uploading"]);
});
