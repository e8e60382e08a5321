import type {
  Challenge,
  MetricName,
  ReviewState,
  SubmissionStatus,
  Task,
} from "../api/challengeTypes";
import { moment } from "../format/format";

type Tone = "plain" | "info" | "ok" | "warn" | "bad";

export const CHALLENGE_STATES: Readonly<Record<Challenge["state"], { label: string; tone: Tone }>> =
  {
    upcoming: { label: "Upcoming", tone: "info" },
    open: { label: "Open", tone: "ok" },
    closed: { label: "Closed", tone: "plain" },
  };

export const TASK_STATES: Readonly<Record<Task["state"], { label: string; tone: Tone }>> = {
  draft: { label: "Not open yet", tone: "warn" },
  open: { label: "Open", tone: "ok" },
  closed: { label: "Closed", tone: "plain" },
};

export const STATUSES: Readonly<Record<SubmissionStatus, { label: string; tone: Tone }>> = {
  queued: { label: "Queued", tone: "info" },
  scoring: { label: "Scoring", tone: "info" },
  succeeded: { label: "Scored", tone: "ok" },
  failed: { label: "Not usable", tone: "bad" },
  internal_failure: { label: "Our failure", tone: "warn" },
};

export const REVIEWS: Readonly<Record<ReviewState, string>> = {
  "": "Not reviewed",
  accepted: "Accepted",
  rejected: "Rejected",
};

export const isRunning = (status: SubmissionStatus): boolean =>
  status === "queued" || status === "scoring";

interface MetricWords {
  readonly label: string;
  readonly help: string;
}

/** Every measure of a score document, in the order of the tables. */
export const METRICS: Readonly<Record<string, MetricWords>> = {
  balanced_accuracy: {
    label: "Balanced accuracy",
    help: "The share of right diagnoses in each category, averaged over the categories. A row's diagnosis is the category with the highest value.",
  },
  auc: {
    label: "AUC",
    help: "Area under the ROC curve of each category, averaged over the categories.",
  },
  auc_sens_80: {
    label: "AUC, sensitivity > 80 %",
    help: "The part of the area under the ROC curve where the sensitivity is above 80 %.",
  },
  ap: {
    label: "Average precision",
    help: "Precision averaged over the recall of each category, then over the categories.",
  },
  accuracy: { label: "Accuracy", help: "Right decisions among all, at a threshold of 0.5." },
  sensitivity: { label: "Sensitivity", help: "Found among those that have it, at 0.5." },
  specificity: { label: "Specificity", help: "Cleared among those that do not have it, at 0.5." },
  dice: {
    label: "Dice (F1)",
    help: "Harmonic mean of precision and sensitivity at a threshold of 0.5, averaged over the categories.",
  },
  ppv: { label: "PPV", help: "Right among those marked, at 0.5." },
  npv: { label: "NPV", help: "Right among those not marked, at 0.5." },
};

export const RANKED_BY: readonly MetricName[] = ["balanced_accuracy", "auc", "ap", "dice"];

/** Within a sentence; abbreviations keep their capitals. */
export function metricInText(name: string): string {
  const label = metricLabel(name);
  return /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

export const metricLabel = (name: string): string => METRICS[name]?.label ?? name;

/** The dates of a challenge as one line. */
export function datesOf({ opens_at, closes_at, state }: Challenge): string {
  if (state === "upcoming") return `Opens ${moment(opens_at)}`;
  return state === "closed" ? `Closed ${moment(closes_at)}` : `Closes ${moment(closes_at)}`;
}
