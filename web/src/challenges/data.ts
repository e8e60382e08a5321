import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  boardAddress,
  boardEvents,
  fetchBoard,
  fetchChallenge,
  fetchChallenges,
  fetchInvitations,
  fetchMine,
  fetchSubmission,
  submissionEvents,
} from "../api/challenges";
import type { Grouping } from "../api/challengeTypes";
import { here } from "../api/client";
import { useEvents } from "../live/useEvents";
import { useUser } from "../session/session";
import { isRunning } from "./words";

export const useChallenges = () =>
  useQuery({
    queryKey: ["challenges"],
    queryFn: async ({ signal }) => (await fetchChallenges(signal)).results,
  });

export const useChallenge = (slug: string, enabled = true) =>
  useQuery({
    queryKey: ["challenge", slug],
    queryFn: ({ signal }) => fetchChallenge(slug, signal),
    enabled,
  });

/** My team, approaches and quota; nothing is asked for nobody. */
export function useMine(task: number) {
  const signedIn = Boolean(useUser());
  return useQuery({
    queryKey: ["mine", task],
    queryFn: ({ signal }) => fetchMine(task, signal),
    enabled: signedIn,
    staleTime: 0,
  });
}

export function useInvitations() {
  const signedIn = Boolean(useUser());
  return useQuery({
    queryKey: ["team-invitations"],
    queryFn: ({ signal }) => fetchInvitations(signal),
    enabled: signedIn,
  });
}

/** A line may be lost without a word; while a result is awaited the answer is asked for as well. */
const POLL_MS = 5000;

export function useSubmission(id: number) {
  const client = useQueryClient();
  const submission = useQuery({
    queryKey: ["submission", id],
    queryFn: ({ signal }) => fetchSubmission(id, signal),
    enabled: id > 0,
    refetchInterval: ({ state }) => (state.data && isRunning(state.data.status) ? POLL_MS : false),
  });
  const readAgain = () => void client.invalidateQueries({ queryKey: ["submission", id] });
  const follows = submission.data !== undefined && isRunning(submission.data.status);
  const live = useEvents(follows ? submissionEvents(id) : null, "changed", readAgain, readAgain);
  return { submission, live };
}

export function useBoard(task: number, grouping: Grouping) {
  const client = useQueryClient();
  const board = useInfiniteQuery({
    queryKey: ["board", task, grouping],
    queryFn: ({ pageParam, signal }) => fetchBoard(pageParam, signal),
    initialPageParam: boardAddress(task, grouping),
    getNextPageParam: (page) => (page.next ? here(page.next) : undefined),
  });
  const readAgain = () => void client.invalidateQueries({ queryKey: ["board", task] });
  const live = useEvents(
    board.isSuccess ? boardEvents(task) : null,
    "changed",
    readAgain,
    () => {},
  );
  return { board, live };
}
