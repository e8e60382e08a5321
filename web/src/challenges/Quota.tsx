import type { Mine, Task } from "../api/challengeTypes";
import { moment, plural } from "../format/format";

/** How often a team may still submit, and when again. */
export function Quota({ mine, task }: { mine: Mine; task: Task }) {
  const { submissions_left: left, next_submission_at: next } = mine;
  const most = task.max_submissions_per_week;
  if (left === null && most > 0) {
    return (
      <p>
        Up to <strong className="number">{plural(most, "submission")}</strong> a week. Files that
        cannot be used do not count.
      </p>
    );
  }
  if (left === null) return <p className="muted">You may submit as often as you like.</p>;
  if (left > 0) {
    return (
      <p>
        <strong className="number">{plural(left, "submission")}</strong> left this week, of {most}.
        Files that cannot be used do not count.
      </p>
    );
  }
  return (
    <p>
      <strong>No submission left this week.</strong>{" "}
      {next ? `The next is possible on ${moment(next)}.` : ""}
    </p>
  );
}
