import { Link } from "wouter";
import type { Challenge } from "../api/challengeTypes";
import { plural } from "../format/format";
import { Badge } from "../ui/Badge";
import { CHALLENGE_STATES, datesOf } from "./words";

export function ChallengeBadges({ challenge }: { challenge: Challenge }) {
  const { label, tone } = CHALLENGE_STATES[challenge.state];
  return (
    <p className="row">
      <Badge tone={tone}>{label}</Badge>
      {challenge.hidden ? <Badge tone="warn">Hidden</Badge> : null}
    </p>
  );
}

export function ChallengeItem({ challenge }: { challenge: Challenge }) {
  return (
    <li className="panel collection-item">
      <h3>
        <Link href={`/challenges/${challenge.slug}`}>{challenge.name}</Link>
      </h3>
      <ChallengeBadges challenge={challenge} />
      {challenge.description ? <p className="clamp">{challenge.description}</p> : null}
      <p className="small muted number">
        {[
          datesOf(challenge),
          challenge.tasks.length > 0 ? plural(challenge.tasks.length, "task") : null,
          challenge.teams_count > 0 ? plural(challenge.teams_count, "team") : null,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </li>
  );
}
