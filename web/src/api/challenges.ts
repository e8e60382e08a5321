import type {
  Approach,
  ApproachChange,
  BoardRow,
  Challenge,
  ChallengeChange,
  Curves,
  Grouping,
  Mine,
  NewApproach,
  NewChallenge,
  NewTask,
  NewTeam,
  ReviewState,
  Score,
  Submission,
  Task,
  TaskChange,
  Team,
  TeamInvitation,
} from "./challengeTypes";
import { ApiError, get, send } from "./client";
import type { Page, Schemas } from "./types";

const ROOT = "/api/v2";
const challengeAt = (slug: string) => `${ROOT}/challenges/${encodeURIComponent(slug)}/`;

export const fetchChallenges = (signal?: AbortSignal) =>
  get<Page<Challenge>>(`${ROOT}/challenges/?limit=100`, signal);

export const fetchChallenge = (slug: string, signal?: AbortSignal) =>
  get<Challenge>(challengeAt(slug), signal);

export const fetchTask = (id: number, signal?: AbortSignal) =>
  get<Task>(`${ROOT}/tasks/${id}/`, signal);

export const fetchMine = (task: number, signal?: AbortSignal) =>
  get<Mine>(`${ROOT}/tasks/${task}/mine/`, signal);

export const createTeam = (challenge: string, team: NewTeam) =>
  send<Team>("POST", `${challengeAt(challenge)}teams/`, team);

export const invite = (team: number, email: string) =>
  send("POST", `${ROOT}/teams/${team}/invitations/`, { email });

export const fetchInvitations = (signal?: AbortSignal) =>
  get<TeamInvitation[]>(`${ROOT}/team-invitations/`, signal);

export const acceptInvitation = (id: number) =>
  send("POST", `${ROOT}/team-invitations/${id}/accept/`);

/** The teams of a challenge: all of them for staff. */
export const fetchTeams = (challenge: string, signal?: AbortSignal) =>
  get<Page<Team>>(`${challengeAt(challenge)}teams/?limit=100`, signal);

/** The approaches to a task: all of them for staff. */
export const approachesAddress = (task: number) => `${ROOT}/tasks/${task}/approaches/?limit=100`;

export const fetchApproaches = (address: string, signal?: AbortSignal) =>
  get<Page<Approach>>(address, signal);

export const createApproach = (task: number, approach: NewApproach) =>
  send<Approach>("POST", `${ROOT}/tasks/${task}/approaches/`, approach);

export const changeApproach = (id: number, change: ApproachChange) =>
  send<Approach>("PATCH", `${ROOT}/approaches/${id}/`, change);

export const reviewApproach = (id: number, state: ReviewState, reason: string) =>
  send("POST", `${ROOT}/approaches/${id}/review/`, { state, reason });

export const submit = (approach: number, predictions: string) =>
  send<Submission>("POST", `${ROOT}/approaches/${approach}/submissions/`, {
    predictions,
    accepted_terms: true,
  });

export const submissionsAddress = (approach: number) =>
  `${ROOT}/approaches/${approach}/submissions/?limit=20`;

export const fetchSubmissions = (address: string, signal?: AbortSignal) =>
  get<Page<Submission>>(address, signal);

export const fetchSubmission = (id: number, signal?: AbortSignal) =>
  get<Submission>(`${ROOT}/submissions/${id}/`, signal);

export const submissionFile = (id: number) => `${ROOT}/submissions/${id}/file/`;

export const submissionEvents = (id: number) => `${ROOT}/submissions/${id}/events/`;

export const rescore = (id: number) => send("POST", `${ROOT}/submissions/${id}/rescore/`);

export const BOARD_PAGE = 50;

export const boardAddress = (task: number, grouping: Grouping, offset = 0) =>
  `${ROOT}/leaderboard/${task}/${grouping}/?limit=${BOARD_PAGE}&offset=${offset}`;

export const fetchBoard = (address: string, signal?: AbortSignal) =>
  get<Page<BoardRow>>(address, signal);

export const boardEvents = (task: number) => `${ROOT}/leaderboard/${task}/events/`;

/** null while the scores are not there, or not open to the one who asks. */
export async function fetchScore(id: number, signal?: AbortSignal): Promise<Score | null> {
  try {
    const score = await get<Partial<Score>>(`${ROOT}/submissions/${id}/score/`, signal);
    return score.per_category ? (score as Score) : null;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}

export const fetchCurves = (id: number, signal?: AbortSignal) =>
  get<Curves>(`${ROOT}/submissions/${id}/score/curves/`, signal);

export const createChallenge = (challenge: NewChallenge) =>
  send<Challenge>("POST", `${ROOT}/challenges/`, challenge);

export const changeChallenge = (slug: string, change: ChallengeChange) =>
  send<Challenge>("PATCH", challengeAt(slug), change);

export const createTask = (challenge: string, task: NewTask) =>
  send<Task>("POST", `${challengeAt(challenge)}tasks/`, task);

export const changeTask = (id: number, change: TaskChange) =>
  send<Task>("PATCH", `${ROOT}/tasks/${id}/`, change);

export const giveTruth = (task: number, groundTruth: string) =>
  send<Schemas["TruthOut"]>("PUT", `${ROOT}/tasks/${task}/truth/`, {
    ground_truth: groundTruth,
  });

/** @param hiddenImages how many images of the truth are known to be hidden from participants */
export const openTask = (id: number, hiddenImages: number) =>
  send<Task>("POST", `${ROOT}/tasks/${id}/open/`, { hidden_images: hiddenImages });
