import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { discardDoi } from "../api/dois";
import type { Doi } from "../api/doiTypes";
import { Dialog } from "../ui/Dialog";
import { Notice } from "../ui/Notice";

export function DiscardDialog({ doi, onClose }: { doi: Doi; onClose: () => void }) {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const discard = useMutation({
    mutationFn: () => discardDoi(doi.slug),
    onSuccess: async () => {
      client.removeQueries({ queryKey: ["doi", doi.slug] });
      await client.invalidateQueries({ queryKey: ["dois"] });
      void client.invalidateQueries({ queryKey: ["collection", doi.collection_id] });
      navigate(`/collections/${doi.collection_id}`);
    },
  });
  return (
    <Dialog title="Discard this draft?" onClose={onClose}>
      <p>
        The draft “{doi.title}” and its supplements will be gone. The collection and its images stay
        as they are and can be changed again.
      </p>
      {discard.isError ? <Notice tone="bad">{discard.error.message}</Notice> : null}
      <div className="row end">
        <button type="button" className="button" onClick={onClose}>
          Keep it
        </button>
        <button
          type="button"
          className="button danger"
          disabled={discard.isPending}
          onClick={() => discard.mutate()}
        >
          Discard
        </button>
      </div>
    </Dialog>
  );
}
