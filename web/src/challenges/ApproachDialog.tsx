import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { changeApproach } from "../api/challenges";
import type { Approach, ApproachChange, Task } from "../api/challengeTypes";
import { Dialog } from "../ui/Dialog";
import { Notice } from "../ui/Notice";
import { useUpload } from "../upload/useUpload";
import { ApproachFields, type ApproachForm, MANUSCRIPT_ENDINGS } from "./submit/ApproachFields";

interface ApproachDialogProps {
  approach: Approach;
  task: Task;
  onClose: () => void;
}

export function ApproachDialog({ approach, task, onClose }: ApproachDialogProps) {
  const client = useQueryClient();
  const [form, setForm] = useState<ApproachForm>(approach);
  const manuscript = useUpload("manuscript", MANUSCRIPT_ENDINGS);
  const { upload } = manuscript;
  const ready =
    form.name.trim() !== "" && form.description.trim() !== "" && upload.phase !== "sending";
  const save = useMutation({
    mutationFn: () => {
      const change: ApproachChange = {
        name: form.name.trim(),
        description: form.description.trim(),
        uses_external_data: form.uses_external_data ?? false,
      };
      if (upload.phase === "arrived") change.manuscript = upload.value;
      return changeApproach(approach.id, change);
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["mine"] });
      onClose();
    },
  });
  return (
    <Dialog title="Edit the approach" onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) save.mutate();
        }}
      >
        <ApproachFields
          form={form}
          onChange={setForm}
          manuscript={manuscript}
          isManuscriptRequired={task.requires_manuscript && approach.manuscript_url === null}
        />
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
