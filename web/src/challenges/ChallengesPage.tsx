import { useState } from "react";
import type { Challenge } from "../api/challengeTypes";
import { useIsStaff } from "../session/session";
import { PageHeading } from "../shell/PageHeading";
import { ErrorPage } from "../shell/StatePage";
import { Icon } from "../ui/Icon";
import { PageSkeleton } from "../ui/Skeleton";
import { ChallengeItem } from "./ChallengeItem";
import { useChallenges } from "./data";
import { Invitations } from "./Invitations";
import { ChallengeDialog } from "./staff/ChallengeDialog";

const SECTIONS: readonly (readonly [Challenge["state"], string])[] = [
  ["open", "Open now"],
  ["upcoming", "Upcoming"],
  ["closed", "Closed"],
];

export default function ChallengesPage() {
  const staff = useIsStaff();
  const [creating, setCreating] = useState(false);
  const { data: challenges, isPending, isError, error, refetch } = useChallenges();
  if (isPending) return <PageSkeleton />;
  if (isError) return <ErrorPage error={error} retry={() => void refetch()} />;
  return (
    <div className="wrap stack wide-gap">
      <div className="page-head">
        <div className="row apart">
          <PageHeading>Challenges</PageHeading>
          {staff ? (
            <button type="button" className="button primary" onClick={() => setCreating(true)}>
              <Icon name="plus" /> New challenge
            </button>
          ) : null}
        </div>
        <p>
          Predict diagnoses for images whose truth nobody but the scoring has seen, and see how your
          method compares.
        </p>
      </div>
      <Invitations />
      {challenges.length === 0 ? (
        <div className="state">
          <Icon name="missing" />
          <h2>No challenge yet</h2>
          <p>Challenges appear here as soon as they are announced.</p>
        </div>
      ) : null}
      {SECTIONS.map(([state, title]) => {
        const some = challenges.filter((challenge) => challenge.state === state);
        return some.length === 0 ? null : (
          <section key={state} className="stack" aria-labelledby={state}>
            <h2 id={state}>{title}</h2>
            <ul className="collection-list">
              {some.map((challenge) => (
                <ChallengeItem key={challenge.slug} challenge={challenge} />
              ))}
            </ul>
          </section>
        );
      })}
      {creating ? <ChallengeDialog onClose={() => setCreating(false)} /> : null}
    </div>
  );
}
