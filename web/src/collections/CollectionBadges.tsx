import type { Collection } from "../api/types";
import { Badge } from "../ui/Badge";
import { Icon } from "../ui/Icon";

export function CollectionBadges({ collection }: { collection: Collection }) {
  return (
    <p className="row">
      {collection.public ? (
        <Badge tone="ok">Public</Badge>
      ) : (
        <Badge tone="warn">
          <Icon name="lock" /> Private
        </Badge>
      )}
      {collection.pinned ? <Badge tone="info">Pinned</Badge> : null}
      {collection.locked ? <Badge>Locked</Badge> : null}
    </p>
  );
}
