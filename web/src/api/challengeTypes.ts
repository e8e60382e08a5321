import type { Schemas } from "./types";

export type Challenge = Schemas["ChallengeOut"];
export type NewChallenge = Schemas["NewChallengeIn"];
export type ChallengeChange = Schemas["ChallengeIn"];
export type Task = Schemas["TaskOut"];
export type NewTask = Schemas["NewTaskIn"];
export type TaskChange = Schemas["TaskIn"];
export type MetricName = Task["metric"];
export type Team = Schemas["TeamOut"];
export type NewTeam = Schemas["NewTeamIn"];
export type TeamInvitation = Schemas["Invitation"];
export type Approach = Schemas["ApproachOut"];
export type ReviewState = Approach["review_state"];
export type NewApproach = Schemas["NewApproachIn"];
export type ApproachChange = Schemas["ApproachIn"];
/** What a task is to the one who asks; without a team both limits are null. */
export type Mine = Schemas["MineOut"];
export type Submission = Schemas["SubmissionOut"];
export type SubmissionStatus = Submission["status"];
export type TableProblem = Schemas["TableProblem"];
export type Place = Schemas["Place"];
export type Grouping = "by-team" | "by-approach";
export type BoardRow = Schemas["BoardRow"];
export type Score = Required<Schemas["ScoreOut"]>;
export type Curve = Schemas["Roc"];
export type Curves = Record<string, Curve>;
