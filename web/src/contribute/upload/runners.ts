import { registerImage, registerMetadata, registerZip } from "../../api/ingest";
import { Transfer } from "../../upload/transfer";
import { addReport } from "../reports";
import { UploadRunner } from "./runner";

const REGISTER = { image: registerImage, zip: registerZip, metadata: registerMetadata } as const;

const runners = new Map<number, UploadRunner>();

/** The queue of a cohort; it works on while other pages are looked at. */
export function runnerFor(cohort: number): UploadRunner {
  const present = runners.get(cohort);
  if (present) return present;
  const runner = new UploadRunner({
    carrier: (file, kind) => new Transfer(file, kind),
    register: async (kind, value) => {
      const { id } = await REGISTER[kind](cohort, value);
      if (kind !== "image") addReport(cohort, { kind, id });
      return id;
    },
  });
  runners.set(cohort, runner);
  return runner;
}
