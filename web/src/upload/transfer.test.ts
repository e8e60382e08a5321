import { beforeEach, expect, test, vi } from "vitest";
import { Transfer } from "./transfer";

vi.stubGlobal("window", { location: { origin: "https://archive.example.org" } });

const PARTS = [
  { part_number: 1, size: 4, upload_url: "http://127.0.0.1:8000/s3/b/k?part=1" },
  { part_number: 2, size: 2, upload_url: "http://127.0.0.1:8000/s3/b/k?part=2" },
];
const ANSWERS: Record<string, unknown> = {
  "/api/v2/s3-upload/upload-initialize/": { upload_id: "u", upload_signature: "s", parts: PARTS },
  "/api/v2/s3-upload/upload-complete/": { complete_url: "/s3/b/k?complete", body: "<Complete/>" },
  "/api/v2/s3-upload/finalize/": { field_value: "signed value" },
};

let asked: { path: string; body: unknown }[];
let put: { path: string; text: Promise<string> }[];
/** What the storage answers to the next parts; 200 when nothing is planned. */
let plan: number[];
let completion: string;

class FakeRequest {
  upload: { onprogress?: (event: { loaded: number }) => void } = {};
  onloadend = () => {};
  status = 0;
  private path = "";
  open(_method: string, path: string) {
    this.path = path;
  }
  setRequestHeader() {}
  getResponseHeader = () => `"etag of ${this.path}"`;
  abort() {
    this.onloadend();
  }
  send(bytes: Blob) {
    this.status = plan.shift() ?? 200;
    put.push({ path: this.path, text: bytes.text() });
    this.upload.onprogress?.({ loaded: bytes.size });
    this.onloadend();
  }
}

beforeEach(() => {
  asked = [];
  put = [];
  plan = [];
  completion = "<Done/>";
  vi.stubGlobal("XMLHttpRequest", FakeRequest);
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    const text = String(init.body);
    asked.push({ path, body: text.startsWith("{") ? JSON.parse(text) : text });
    return new Response(path in ANSWERS ? JSON.stringify(ANSWERS[path]) : completion);
  });
});

const transfer = () => new Transfer(new File(["012345"], "a.jpg", { type: "image/jpeg" }), "image");
const run = (one: Transfer, sent: number[] = []) =>
  one.run(new AbortController().signal, (bytes) => sent.push(bytes));

test("brings the file in parts and answers with the signed value", async () => {
  const sent: number[] = [];
  await expect(run(transfer(), sent)).resolves.toBe("signed value");
  expect(asked[0]?.body).toEqual({
    field_id: "ingest.Accession.original_blob",
    file_name: "a.jpg",
    file_size: 6,
    content_type: "image/jpeg",
  });
  expect(await Promise.all(put.map(({ text }) => text))).toEqual(["0123", "45"]);
  expect(asked[1]?.body).toMatchObject({
    upload_signature: "s",
    parts: [
      { part_number: 1, size: 4, etag: '"etag of /s3/b/k?part=1"' },
      { part_number: 2, size: 2, etag: '"etag of /s3/b/k?part=2"' },
    ],
  });
  expect(asked[2]).toEqual({ path: "/s3/b/k?complete", body: "<Complete/>" });
  expect(sent.at(-1)).toBe(6);
});

test("sends no part twice after a refusal in the middle", async () => {
  const one = transfer();
  plan = [200, 400];
  await expect(run(one)).rejects.toThrow("The storage refused the file (400).");
  await expect(run(one)).resolves.toBe("signed value");
  expect(put.map(({ path }) => path)).toEqual([
    "/s3/b/k?part=1",
    "/s3/b/k?part=2",
    "/s3/b/k?part=2",
  ]);
  expect(asked.filter(({ path }) => path.includes("initialize"))).toHaveLength(1);
});

test("begins anew when its addresses have expired", async () => {
  const one = transfer();
  plan = [403];
  await expect(run(one)).rejects.toMatchObject({ status: 403 });
  await expect(run(one)).resolves.toBe("signed value");
  expect(asked.filter(({ path }) => path.includes("initialize"))).toHaveLength(2);
});

test("does not believe a completion that tells of a failure", async () => {
  completion = "<Error><Code>InternalError</Code></Error>";
  await expect(run(transfer())).rejects.toThrow("could not put the file together");
});
