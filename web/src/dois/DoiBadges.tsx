import type { Doi } from "../api/doiTypes";
import { Badge } from "../ui/Badge";
import { Icon } from "../ui/Icon";

export function DoiBadges({ doi }: { doi: Doi }) {
  return (
    <p className="row">
      {doi.state === "draft" ? (
        <Badge tone="warn">
          <Icon name="lock" /> Draft
        </Badge>
      ) : null}
      {doi.state === "publishing" ? <Badge tone="info">Being published</Badge> : null}
      {doi.state === "published" ? <Badge tone="ok">Published</Badge> : null}
      {doi.state === "draft" && !doi.approved ? <Badge>Not approved yet</Badge> : null}
      <Badge>Version {doi.version}</Badge>
    </p>
  );
}
