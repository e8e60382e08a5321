import type { ReactNode } from "react";
import { Icon } from "./Icon";

type Tone = "plain" | "info" | "ok" | "warn" | "bad";

export function Badge({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`badge ${tone}`}>{children}</span>;
}

/** Says who can see an image. Public is the rule in the archive, so cards name only the exception. */
export function VisibilityBadge({ isPublic }: { isPublic: boolean }) {
  if (isPublic) return <Badge tone="ok">Public</Badge>;
  return (
    <Badge tone="warn">
      <Icon name="lock" /> Embargoed
    </Badge>
  );
}
