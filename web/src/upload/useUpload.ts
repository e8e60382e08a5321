import { useEffect, useRef, useState } from "react";
import { refusalOf } from "./progress";
import { Transfer, type UploadField } from "./transfer";

export type Upload =
  | { readonly phase: "none"; readonly problem?: string }
  | { readonly phase: "sending"; readonly file: File; readonly sent: number }
  | { readonly phase: "failed"; readonly file: File; readonly problem: string }
  | { readonly phase: "arrived"; readonly file: File; readonly value: string };

export interface Uploading {
  readonly upload: Upload;
  start(file: File): void;
  retry(): void;
  clear(): void;
}

interface Work {
  transfer: Transfer;
  file: File;
  stop: AbortController;
}

/** One file on its way into the storage; in the end it is a signed value that stands for it. */
export function useUpload(field: UploadField, endings: readonly string[] = []): Uploading {
  const [upload, setUpload] = useState<Upload>({ phase: "none" });
  const work = useRef<Work>(undefined);

  useEffect(() => () => work.current?.stop.abort(), []);

  async function run(current: Work): Promise<void> {
    const { file, transfer, stop } = current;
    setUpload({ phase: "sending", file, sent: 0 });
    try {
      const value = await transfer.run(stop.signal, (sent) => {
        if (!stop.signal.aborted) setUpload({ phase: "sending", file, sent });
      });
      if (!stop.signal.aborted) setUpload({ phase: "arrived", file, value });
    } catch (error) {
      if (stop.signal.aborted) return;
      const problem = error instanceof Error ? error.message : "The upload failed.";
      setUpload({ phase: "failed", file, problem });
    }
  }

  function begin(file: File, transfer: Transfer): void {
    work.current?.stop.abort();
    work.current = { file, transfer, stop: new AbortController() };
    void run(work.current);
  }

  return {
    upload,
    start(file) {
      const refusal = refusalOf(file, endings);
      if (refusal) {
        work.current?.stop.abort();
        setUpload({ phase: "none", problem: `${file.name}: ${refusal}` });
      } else begin(file, new Transfer(file, field));
    },
    // Parts that arrived before the failure are not sent again.
    retry() {
      if (work.current) begin(work.current.file, work.current.transfer);
    },
    clear() {
      work.current?.stop.abort();
      work.current = undefined;
      setUpload({ phase: "none" });
    },
  };
}
