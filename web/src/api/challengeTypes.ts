/** Answers of the challenge routes. */
export interface Challenge {
  slug: string;
  name: string;
  description: string;
  rules: string;
  opens_at: string;
  closes_at: string;
  state: "upcoming" | "open" | "closed";
  scores_published: boolean;
  hidden: boolean;
  tasks: Task[];
  teams_count: number;
}

export type MetricName = "balanced_accuracy" | "auc" | "ap" | "dice";

export interface Task {
  id: number;
  slug: string;
  challenge: string;
  name: string;
  description: string;
  type: "classification";
  metric: MetricName;
  categories: string[];
  images_count: number;
  state: "draft" | "open" | "closed";
  /** 0 for both limits means none. */
  max_approaches: number;
  max_submissions_per_week: number;
  requires_manuscript: boolean;
  scores_published: boolean;
  hidden: boolean;
  /** Takes no submissions although its time has not passed. */
  locked: boolean;
  collection_id: number | null;
  /** The first lines of a valid file. */
  sample: string;
}

export interface Team {
  id: number;
  challenge: string;
  name: string;
  /** Both are empty where they were not given. */
  institution: string;
  institution_url: string;
  members: { id: number; name: string }[];
  invitations: string[];
}

export interface TeamInvitation {
  id: number;
  team: number;
  team_name: string;
  challenge: string;
  challenge_name: string;
  sender: string;
}

export type ReviewState = "" | "accepted" | "rejected";

export interface Approach {
  id: number;
  task: number;
  team: number;
  name: string;
  description: string;
  uses_external_data: boolean;
  manuscript_url: string | null;
  review_state: ReviewState;
  reject_reason: string;
  created: string;
  latest: Submission | null;
  submissions_count: number;
}

/** What a task is to the one who asks; without a team both limits are null. */
export interface Mine {
  team: Team | null;
  approaches: Approach[];
  /** null where there is no limit. */
  submissions_left: number | null;
  next_submission_at: string | null;
}

export type SubmissionStatus = "queued" | "scoring" | "succeeded" | "failed" | "internal_failure";

export interface Place {
  /** Line of the file, the header being 1; 0 when something is absent. */
  row: number;
  column: string | null;
  value: string | null;
}

export interface TableProblem {
  code: string;
  message: string;
  count: number;
  places: Place[];
}

export interface Submission {
  id: number;
  approach: number;
  approach_name: string;
  task: number;
  team: number;
  status: SubmissionStatus;
  created: string;
  scored_at: string | null;
  validation_score: number | null;
  overall_score: number | null;
  problems: TableProblem[];
  file: { size: number; sha256: string };
}

export type Grouping = "by-team" | "by-approach";

export interface BoardRow {
  rank: number;
  submission_id: number;
  approach_id: number;
  approach_name: string;
  approach_manuscript_url: string | null;
  approach_uses_external_data: boolean;
  overall_score: number;
  submission_created: string;
  team_id: number;
  team_name: string;
  team_institution_name: string | null;
  team_institution_url: string | null;
  yours: boolean;
}

export interface Score {
  overall: number | null;
  validation: number | null;
  per_category: Record<string, Record<string, number | null>>;
  macro_average: Record<string, number | null>;
  aggregate: Record<string, number | null>;
  /** Truth by row, prediction by column; the last column counts the undecided. */
  confusion?: { labels: string[]; counts: number[][] };
}

export interface Curve {
  threshold: number[];
  fpr: number[];
  tpr: number[];
}
export type Curves = Record<string, Curve>;
