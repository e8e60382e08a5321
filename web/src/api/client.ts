import type { FieldRefusal, Schemas } from "./types";

/** A refusal or failure of the server; `status` 0 means that no answer came at all. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly body: unknown = null,
  ) {
    super(message);
  }
}

type Problem = Partial<Schemas["Problem"] & FieldRefusal>;

function sentence({ loc, msg, field, message }: Problem): string {
  const place = loc ? loc.filter((part) => part !== "body" && part !== "query").join(".") : field;
  const text = msg ?? message ?? "";
  return place ? `${place}: ${text}` : text;
}

/** The words for people in any of the error shapes that the services answer with. */
export function messageOf(status: number, body: unknown): string {
  const shape = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  if (Array.isArray(shape.detail)) return (shape.detail as Problem[]).map(sentence).join("; ");
  if (Array.isArray(shape.errors)) {
    return [shape.message, ...(shape.errors as Problem[]).map(sentence)].filter(Boolean).join(" ");
  }
  for (const text of [shape.message, shape.error, shape.detail]) {
    if (typeof text === "string" && text !== "") return text;
  }
  if (status === 0) return "The archive could not be reached. Check your connection.";
  if (status === 429) return "Too many requests. Please wait a moment.";
  if (status >= 500) return "The archive could not answer just now. Please try again.";
  return `The archive refused the request (${status}).`;
}

/** The same address on the origin that shows the app, whatever name the server knows itself by. */
export function here(address: string): string {
  const url = new URL(address, window.location.origin);
  return url.pathname + url.search;
}

async function answer<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ApiError(0, messageOf(0, null));
  }
  const text = await response.text();
  let body: unknown = null;
  try {
    body = text === "" ? null : JSON.parse(text);
  } catch {
    body = null;
  }
  if (!response.ok) throw new ApiError(response.status, messageOf(response.status, body), body);
  return body as T;
}

export function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const init: RequestInit = { headers: { Accept: "application/json" } };
  return answer<T>(path, signal ? { ...init, signal } : init);
}

/** Keys of POSTs that have no answer yet, by what they ask for. */
const unanswered = new Map<string, string>();

/** As `randomUUID`, which browsers offer on https alone. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The parts of an upload have a protocol of their own, and two files may look alike. */
const ownProtocol = /^\/api\/v2\/s3-upload\//;

/**
 * A POST with a key. Asked for again before an answer came, by a second click or a retry after a lost one, it has the same
 * key, so that the server does it once and tells both the same.
 */
async function once<T>(path: string, init: RequestInit & { headers: Record<string, string> }) {
  const asked = `${path} ${String(init.body ?? "")}`;
  const key = unanswered.get(asked) ?? randomKey();
  unanswered.set(asked, key);
  try {
    const result = await answer<T>(path, {
      ...init,
      headers: { ...init.headers, "Idempotency-Key": key },
    });
    unanswered.delete(asked);
    return result;
  } catch (error) {
    const isFinal = error instanceof ApiError && error.status >= 400 && error.status < 500;
    if (isFinal && error.status !== 409) unanswered.delete(asked);
    throw error;
  }
}

/** A request that changes something. The header proves to the gateway that no foreign page sent it. */
export function send<T>(
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
): Promise<T> {
  const headers: Record<string, string> = { Accept: "application/json", "X-Dermarium-CSRF": "1" };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const init =
    body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  return method === "POST" && !ownProtocol.test(path) ? once<T>(path, init) : answer<T>(path, init);
}
