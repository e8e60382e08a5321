import { ApiError, here, send } from "../api/client";
import type { Schemas } from "../api/types";

/** The server's fields that an upload can be meant for. */
export const FIELDS = {
  image: "ingest.Accession.original_blob",
  zip: "ingest.ZipUpload.blob",
  metadata: "ingest.MetadataFile.blob",
  supplement: "core.DraftSupplementalFile.blob",
  truth: "challenge.Task.ground_truth",
  manuscript: "challenge.Approach.manuscript",
  predictions: "challenge.Submission.predictions",
} as const;
export type UploadField = keyof typeof FIELDS;

type Begun = Schemas["Initialized"];

const ROOT = "/api/v2/s3-upload";
const ATTEMPTS = 3;
const PAUSE_MS = 1000;
/** What the storage answers when an address has expired or an upload was given up. */
const GONE = [403, 404];

/** Sends one part; the old request object is used because only it reports progress of uploads. */
function putPart(
  address: string,
  bytes: Blob,
  signal: AbortSignal,
  onSent: (sent: number) => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    signal.addEventListener("abort", stop, { once: true });
    request.upload.onprogress = (event) => onSent(event.loaded);
    request.onloadend = () => {
      signal.removeEventListener("abort", stop);
      if (signal.aborted) reject(new DOMException("Stopped", "AbortError"));
      else if (request.status >= 200 && request.status < 300) {
        resolve(request.getResponseHeader("ETag") ?? "");
      } else {
        const away = request.status === 0;
        reject(
          new ApiError(
            request.status,
            away ? "The connection was lost." : `The storage refused the file (${request.status}).`,
          ),
        );
      }
    };
    request.open("PUT", here(address));
    request.setRequestHeader("X-Dermarium-CSRF", "1");
    request.send(bytes);
  });
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const isPassing = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 0 || error.status === 429 || error.status >= 500);

async function insistently<T>(signal: AbortSignal, attempt: () => Promise<T>): Promise<T> {
  for (let round = 1; ; round += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (round === ATTEMPTS || signal.aborted || !isPassing(error)) throw error;
      await wait(PAUSE_MS * round);
    }
  }
}

/**
 * One file on its way into the object storage: begin, parts, complete, and in the end the signed
 * value that stands for the file. Parts that arrived are not sent again after a pause or a failure.
 */
export class Transfer {
  private begun: Begun | null = null;
  private readonly etags = new Map<number, string>();

  constructor(
    private readonly file: File,
    private readonly field: UploadField,
  ) {}

  async run(signal: AbortSignal, onSent: (sent: number) => void): Promise<string> {
    const begun = await insistently(signal, () => this.begin());
    try {
      await this.sendParts(begun, signal, onSent);
    } catch (error) {
      // Addresses live for a day; one that is refused is asked for again on the next try.
      if (error instanceof ApiError && GONE.includes(error.status)) this.forget();
      throw error;
    }
    return insistently(signal, () => this.complete(begun));
  }

  private forget(): void {
    this.begun = null;
    this.etags.clear();
  }

  private async begin(): Promise<Begun> {
    const asked: Schemas["UploadRequest"] = {
      field_id: FIELDS[this.field],
      file_name: this.file.name,
      file_size: this.file.size,
      content_type: this.file.type || "application/octet-stream",
    };
    this.begun ??= await send<Begun>("POST", `${ROOT}/upload-initialize/`, asked);
    return this.begun;
  }

  private async sendParts(
    { parts }: Begun,
    signal: AbortSignal,
    onSent: (sent: number) => void,
  ): Promise<void> {
    let start = 0;
    for (const { part_number, size, upload_url } of parts) {
      const from = start;
      if (!this.etags.has(part_number)) {
        const bytes = this.file.slice(from, from + size);
        const etag = await insistently(signal, () =>
          putPart(upload_url, bytes, signal, (sent) => onSent(from + sent)),
        );
        this.etags.set(part_number, etag);
      }
      start += size;
      onSent(start);
    }
  }

  private async complete({ upload_id, upload_signature, parts }: Begun): Promise<string> {
    const sent: Schemas["Completion"] = {
      upload_signature,
      upload_id,
      parts: parts.map(({ part_number, size }) => ({
        part_number,
        size,
        etag: this.etags.get(part_number) ?? "",
      })),
    };
    const { complete_url, body } = await send<Schemas["Completed"]>(
      "POST",
      `${ROOT}/upload-complete/`,
      sent,
    );
    const answer = await fetch(here(complete_url), {
      method: "POST",
      headers: { "X-Dermarium-CSRF": "1", "Content-Type": "application/xml" },
      body,
    });
    // The storage may answer 200 and tell of a failure in the body.
    if (!answer.ok || (await answer.text()).includes("<Error>")) {
      throw new ApiError(answer.status, "The storage could not put the file together.");
    }
    const finished: Schemas["Finalization"] = { upload_signature };
    return (await send<Schemas["Finalized"]>("POST", `${ROOT}/finalize/`, finished)).field_value;
  }
}
