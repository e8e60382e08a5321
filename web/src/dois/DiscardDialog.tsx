import { useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { discardDoi } from "../api/dois";
import type { Doi } from "../api/doiTypes";
import { ConfirmDialog } from "../ui/ConfirmDialog";

export function DiscardDialog({ doi, onClose }: { doi: Doi; onClose: () => void }) {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const discard = async () => {
    await discardDoi(doi.slug);
    client.removeQueries({ queryKey: ["doi", doi.slug] });
    await client.invalidateQueries({ queryKey: ["dois"] });
    void client.invalidateQueries({ queryKey: ["collection", doi.collection_id] });
    navigate(`/collections/${doi.collection_id}`);
  };
  return (
    <ConfirmDialog
      title="Discard this draft?"
      confirm="Discard"
      keep="Keep it"
      danger
      act={discard}
      onClose={onClose}
    >
      <p>
        The draft “{doi.title}” and its supplements will be gone. The collection and its images stay
        as they are and can be changed again.
      </p>
    </ConfirmDialog>
  );
}
