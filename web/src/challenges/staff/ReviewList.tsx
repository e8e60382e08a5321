import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import {
  approachesAddress,
  fetchApproaches,
  fetchTeams,
  reviewApproach,
} from "../../api/challenges";
import type { Approach, Challenge, ReviewState, Task } from "../../api/challengeTypes";
import { here } from "../../api/client";
import { plural } from "../../format/format";
import { Badge } from "../../ui/Badge";
import { Notice } from "../../ui/Notice";
import { Skeleton } from "../../ui/Skeleton";
import { TextField } from "../../ui/TextField";
import { REVIEWS } from "../words";

const TONES = { "": "plain", accepted: "ok", rejected: "bad" } as const;

function useVerdict(approach: Approach) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ state, reason }: { state: ReviewState; reason: string }) =>
      reviewApproach(approach.id, state, reason),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["approaches", approach.task] });
      void client.invalidateQueries({ queryKey: ["board", approach.task] });
    },
  });
}

function Verdict({ approach }: { approach: Approach }) {
  const [isRejecting, setRejecting] = useState(false);
  const [reason, setReason] = useState("");
  const verdict = useVerdict(approach);
  const give = (state: ReviewState) => {
    verdict.mutate({ state, reason: state === "rejected" ? reason.trim() : "" });
    setRejecting(false);
  };
  return (
    <>
      <div className="row">
        {approach.review_state === "accepted" ? null : (
          <button
            type="button"
            className="button small"
            disabled={verdict.isPending}
            aria-label={`Accept ${approach.name}`}
            onClick={() => give("accepted")}
          >
            Accept
          </button>
        )}
        {approach.review_state === "rejected" ? null : (
          <button
            type="button"
            className="button small"
            aria-expanded={isRejecting}
            aria-label={`Reject ${approach.name}`}
            onClick={() => setRejecting(!isRejecting)}
          >
            Reject
          </button>
        )}
        {approach.review_state === "" ? null : (
          <button
            type="button"
            className="button small"
            disabled={verdict.isPending}
            aria-label={`Take back the verdict on ${approach.name}`}
            onClick={() => give("")}
          >
            Take back
          </button>
        )}
      </div>
      {isRejecting ? (
        <form
          className="stack tight verdict"
          onSubmit={(event) => {
            event.preventDefault();
            give("rejected");
          }}
        >
          <TextField
            label="Reason"
            value={reason}
            onChange={setReason}
            required
            maxLength={500}
            hint="The team reads it. The approach leaves the leaderboard."
          />
          <div className="row">
            <button
              type="submit"
              className="button small danger"
              disabled={reason.trim() === "" || verdict.isPending}
            >
              Reject {approach.name}
            </button>
          </div>
        </form>
      ) : null}
      {verdict.isError ? <Notice tone="bad">{verdict.error.message}</Notice> : null}
    </>
  );
}

function Line({ approach, team }: { approach: Approach; team: string }) {
  const { latest } = approach;
  return (
    <li className="approach">
      <div className="upload-text">
        <span className="row">
          <span className="upload-name">{approach.name}</span>
          <Badge tone={TONES[approach.review_state]}>{REVIEWS[approach.review_state]}</Badge>
        </span>
        <span className="muted small">
          {team}, {plural(approach.submissions_count, "submission")}
          {approach.uses_external_data ? ", external data" : ""}
        </span>
        <p className="small clamp">{approach.description}</p>
        {approach.reject_reason ? <span className="problem">{approach.reject_reason}</span> : null}
        <span className="row small">
          {approach.manuscript_url ? (
            <a href={here(approach.manuscript_url)}>
              Manuscript<span className="visually-hidden"> of {approach.name}</span>
            </a>
          ) : null}
          {latest ? <Link href={`/submissions/${latest.id}`}>Submission {latest.id}</Link> : null}
        </span>
      </div>
      <Verdict approach={approach} />
    </li>
  );
}

function Lines({ task, challenge }: { task: Task; challenge: Challenge }) {
  const approaches = useInfiniteQuery({
    queryKey: ["approaches", task.id],
    queryFn: ({ pageParam, signal }) => fetchApproaches(pageParam, signal),
    initialPageParam: approachesAddress(task.id),
    getNextPageParam: (page) => (page.next ? here(page.next) : undefined),
  });
  const teams = useQuery({
    queryKey: ["teams", challenge.slug],
    queryFn: async ({ signal }) => (await fetchTeams(challenge.slug, signal)).results,
  }).data;
  if (approaches.isPending) return <Skeleton height="6rem" label="Loading the approaches" />;
  if (approaches.isError) return <Notice tone="bad">{approaches.error.message}</Notice>;
  const all = approaches.data.pages.flatMap(({ results }) => results);
  if (all.length === 0) return <p className="muted">No team has added an approach yet.</p>;
  const nameOf = (id: number) => teams?.find((team) => team.id === id)?.name ?? `Team ${id}`;
  return (
    <div className="stack tight">
      <ul className="uploads" aria-label="Approaches">
        {all.map((approach) => (
          <Line key={approach.id} approach={approach} team={nameOf(approach.team)} />
        ))}
      </ul>
      {approaches.hasNextPage ? (
        <button
          type="button"
          className="button small"
          disabled={approaches.isFetchingNextPage}
          onClick={() => void approaches.fetchNextPage()}
        >
          Load more
        </button>
      ) : null}
    </div>
  );
}

/** For staff: every approach to a task, to be accepted or rejected. Read only when it is opened. */
export function ReviewList({ task, challenge }: { task: Task; challenge: Challenge }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="fold-out" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Review the approaches</summary>
      {open ? <Lines task={task} challenge={challenge} /> : null}
    </details>
  );
}
