import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { addImages, type ListOutcome, removeImages } from "../api/collections";
import { plural } from "../format/format";
import { clearSelection, useSelection } from "../gallery/selection";
import { Dialog } from "../ui/Dialog";
import { Notice } from "../ui/Notice";
import { TextField } from "../ui/TextField";
import { parseIds } from "./imageIds";

interface MembersDialogProps {
  collection: number;
  mode: "add" | "remove";
  onClose: () => void;
}

function Outcome({ outcome, verb }: { outcome: ListOutcome; verb: string }) {
  const unknown = outcome.no_perms_or_does_not_exist;
  const embargoed = outcome.private_image_public_collection ?? [];
  return (
    <>
      <Notice tone="ok">
        <span>
          {plural(outcome.succeeded.length, "image")} {verb}.
        </span>
      </Notice>
      {unknown.length > 0 ? (
        <Notice tone="warn">
          <span>Unknown, or not open to you: {unknown.join(", ")}</span>
        </Notice>
      ) : null}
      {embargoed.length > 0 ? (
        <Notice tone="warn">
          <span>Embargoed, and so not for a public collection: {embargoed.join(", ")}</span>
        </Notice>
      ) : null}
    </>
  );
}

/** Adds or takes out images by their numbers, and says what became of each. */
export function MembersDialog({ collection, mode, onClose }: MembersDialogProps) {
  const client = useQueryClient();
  const selection = useSelection();
  const [list, setList] = useState(() => [...selection].join("\n"));
  const { ids, unreadable } = parseIds(list);
  const change = useMutation({
    mutationFn: () => (mode === "add" ? addImages(collection, ids) : removeImages(collection, ids)),
    onSuccess: async () => {
      clearSelection();
      await Promise.all(
        ["images", "attribution", "count", "size"].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      );
    },
  });
  const title = mode === "add" ? "Add images" : "Remove images";
  return (
    <Dialog title={title} onClose={onClose}>
      {change.data ? (
        <>
          <Outcome outcome={change.data} verb={mode === "add" ? "added" : "removed"} />
          <div className="row end">
            <button type="button" className="button primary" onClick={onClose}>
              Done
            </button>
          </div>
        </>
      ) : (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            change.mutate();
          }}
        >
          <TextField
            label="Images"
            value={list}
            onChange={setList}
            multiline
            required
            hint={
              selection.size > 0
                ? "Filled with the images you ticked. You can also paste their numbers."
                : "Paste their numbers, such as ISIC_0000001, or tick images in a grid first."
            }
            problem={
              unreadable.length > 0
                ? `Not a number of an image: ${unreadable.slice(0, 3).join(", ")}`
                : undefined
            }
          />
          {change.isError ? <Notice tone="bad">{change.error.message}</Notice> : null}
          <div className="row end">
            <button type="button" className="button" onClick={onClose}>
              Cancel
            </button>
            <button
              type="submit"
              className={mode === "add" ? "button primary" : "button danger"}
              disabled={ids.length === 0 || change.isPending}
            >
              {mode === "add" ? "Add" : "Remove"} {plural(ids.length, "image")}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
