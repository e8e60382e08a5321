import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { reviewApproach } from "../../api/challenges";
import type { BoardRow, ReviewState } from "../../api/challengeTypes";
import { Notice } from "../../ui/Notice";

const REASONS: readonly (readonly [string, string])[] = [
  ["blank_or_corrupt_manuscript", "Manuscript is blank or broken"],
  ["low_quality_manuscript", "Manuscript does not describe the method"],
  ["rule_violation", "Breaks the rules"],
];

const OUTCOMES: Readonly<Record<ReviewState, string>> = {
  accepted: "Accepted.",
  rejected: "Rejected. It leaves the board.",
  "": "Set back to not reviewed.",
};

/** For staff: whether an approach stays on the board. Takes back what was just decided, too. */
export function Review({ row, task }: { row: BoardRow; task: number }) {
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const decide = useMutation({
    mutationFn: (state: ReviewState) =>
      reviewApproach(row.approach_id, state, state === "rejected" ? reason : ""),
    // A rejected approach leaves the board; it stays here until the next look, to be taken back.
    onSuccess: (_, state) => {
      if (state !== "rejected") void client.invalidateQueries({ queryKey: ["board", task] });
    },
  });
  const select = `reason-${row.approach_id}`;
  return (
    <section className="panel stack tight" aria-label={`Review of ${row.approach_name}`}>
      <div className="row">
        <strong>Review</strong>
        <button
          type="button"
          className="button small"
          disabled={decide.isPending}
          onClick={() => decide.mutate("accepted")}
        >
          Accept
        </button>
        <label className="visually-hidden" htmlFor={select}>
          Reason for rejecting
        </label>
        <select
          id={select}
          className="input auto"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        >
          <option value="">Reason for rejecting</option>
          {REASONS.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="button small danger"
          disabled={reason === "" || decide.isPending}
          onClick={() => decide.mutate("rejected")}
        >
          Reject
        </button>
        <button
          type="button"
          className="button small"
          disabled={decide.isPending}
          onClick={() => decide.mutate("")}
        >
          Take back
        </button>
      </div>
      {decide.isError ? <Notice tone="bad">{decide.error.message}</Notice> : null}
      {decide.isSuccess ? <Notice tone="ok">{OUTCOMES[decide.variables]}</Notice> : null}
    </section>
  );
}
