import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { changeDoi } from "../api/dois";
import type { Doi } from "../api/doiTypes";
import { Dialog } from "../ui/Dialog";
import { Notice } from "../ui/Notice";
import { TextField } from "../ui/TextField";
import { RelatedFields } from "./RelatedFields";
import { isComplete, tidy } from "./related";

export function EditDoiDialog({ doi, onClose }: { doi: Doi; onClose: () => void }) {
  const client = useQueryClient();
  const [title, setTitle] = useState(doi.title);
  const [description, setDescription] = useState(doi.description);
  const [related, setRelated] = useState(doi.related_identifiers);
  const ready = title.trim() !== "" && description.trim() !== "" && isComplete(related);
  const save = useMutation({
    mutationFn: () =>
      changeDoi(doi.slug, {
        title: title.trim(),
        description: description.trim(),
        related_identifiers: related.map(tidy),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["doi", doi.slug] });
      void client.invalidateQueries({ queryKey: ["dois"] });
      onClose();
    },
  });
  return (
    <Dialog title="Edit the DOI" onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) save.mutate();
        }}
      >
        <TextField label="Title" value={title} onChange={setTitle} required maxLength={255} />
        <TextField
          label="Description"
          value={description}
          onChange={setDescription}
          required
          multiline
        />
        <RelatedFields value={related} onChange={setRelated} />
        {save.isError ? <Notice tone="bad">{save.error.message}</Notice> : null}
        <div className="row end">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button primary" disabled={!ready || save.isPending}>
            Save
          </button>
        </div>
      </form>
    </Dialog>
  );
}
