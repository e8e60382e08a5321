import type { AccessionState } from "../api/types";

type Tone = "plain" | "info" | "ok" | "warn" | "bad";

interface StateWords {
  readonly label: string;
  readonly tone: Tone;
}

export const STATES: Readonly<Record<AccessionState, StateWords>> = {
  processing: { label: "Processing", tone: "info" },
  skipped: { label: "Skipped", tone: "warn" },
  failed: { label: "Failed", tone: "bad" },
  awaiting_review: { label: "Awaiting review", tone: "plain" },
  accepted: { label: "Accepted", tone: "ok" },
  rejected: { label: "Rejected", tone: "bad" },
  published: { label: "Published", tone: "ok" },
};
