import { afterEach, expect, test, vi } from "vitest";
import { ApiError, get, here, messageOf, send } from "./client";

vi.stubGlobal("window", { location: { origin: "https://archive.example.org" } });
afterEach(() => vi.restoreAllMocks());

const answering = (status: number, body: string) => {
  const fetching = vi.fn(
    async (_path: string, _init: RequestInit) => new Response(body, { status }),
  );
  vi.stubGlobal("fetch", fetching);
  return fetching;
};

test("finds the words in every error shape", () => {
  expect(messageOf(400, { message: "Could not parse search query." })).toBe(
    "Could not parse search query.",
  );
  expect(messageOf(409, { error: "Collection is locked" })).toBe("Collection is locked");
  expect(messageOf(401, { detail: "Unauthorized" })).toBe("Unauthorized");
  expect(
    messageOf(422, { detail: [{ loc: ["body", "name"], msg: "Field required", type: "missing" }] }),
  ).toBe("name: Field required");
  expect(
    messageOf(400, {
      message: "Invalid metadata.",
      errors: [{ field: "sex", message: "Unsupported value." }],
    }),
  ).toBe("Invalid metadata. sex: Unsupported value.");
});

test("has words of its own where the answer has none", () => {
  expect(messageOf(0, null)).toContain("could not be reached");
  expect(messageOf(503, null)).toContain("Please try again");
  expect(messageOf(418, null)).toBe("The archive refused the request (418).");
});

test("keeps to the origin that shows the page", () =>
  expect(here("http://127.0.0.1:8000/s3/b/k.jpg?X-Amz-Date=1")).toBe("/s3/b/k.jpg?X-Amz-Date=1"));

test("marks what changes something", async () => {
  const fetching = answering(200, '{"id":1}');
  await expect(send("POST", "/api/v2/x/", { a: 1 })).resolves.toEqual({ id: 1 });
  expect(fetching.mock.calls[0]?.[1]).toMatchObject({
    method: "POST",
    headers: { "X-Dermarium-CSRF": "1", "Content-Type": "application/json" },
    body: '{"a":1}',
  });
});

const keyOf = (call: [string, RequestInit] | undefined) =>
  new Headers(call?.[1].headers).get("Idempotency-Key");

test("asks with one key until an answer comes", async () => {
  const lost = vi.fn(async (_path: string, _init: RequestInit) => {
    throw new TypeError("network");
  });
  vi.stubGlobal("fetch", lost);
  await expect(send("POST", "/api/v2/y/", { a: 1 })).rejects.toMatchObject({ status: 0 });
  const first = keyOf(lost.mock.calls[0]);
  expect(first).toMatch(/^[0-9a-f]{32}$/);

  const fetching = answering(201, '{"id":1}');
  await Promise.all([
    send("POST", "/api/v2/y/", { a: 1 }),
    send("POST", "/api/v2/y/", { a: 1 }),
    send("POST", "/api/v2/y/", { a: 2 }),
  ]);
  const [retry, doubleClick, other] = fetching.mock.calls.map(keyOf);
  expect([retry, doubleClick]).toEqual([first, first]);
  expect(other).not.toEqual(first);
  await send("POST", "/api/v2/y/", { a: 1 });
  expect(keyOf(fetching.mock.calls[3])).not.toEqual(first);
});

test("leaves changes that repeat themselves, and uploads, without a key", async () => {
  const fetching = answering(200, "{}");
  await send("PATCH", "/api/v2/y/1/", { a: 1 });
  await send("POST", "/api/v2/s3-upload/upload-initialize/", { file_name: "a.jpg" });
  expect(fetching.mock.calls.map(keyOf)).toEqual([null, null]);
});

test("turns refusals and silence into one kind of error", async () => {
  answering(404, '{"detail":"Not Found"}');
  await expect(get("/api/v2/x/")).rejects.toEqual(
    new ApiError(404, "Not Found", { detail: "Not Found" }),
  );
  answering(502, "<html>bad gateway</html>");
  await expect(get("/api/v2/x/")).rejects.toMatchObject({ status: 502, body: null });
  vi.stubGlobal("fetch", async () => {
    throw new TypeError("network");
  });
  await expect(get("/api/v2/x/")).rejects.toMatchObject({ status: 0 });
});
