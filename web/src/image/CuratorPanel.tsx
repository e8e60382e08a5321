import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { release, withdraw } from "../api/images";
import type { Image } from "../api/types";
import { useIsStaff } from "../session/session";
import { ConfirmDialog } from "../ui/ConfirmDialog";
import { Dialog } from "../ui/Dialog";
import { Notice } from "../ui/Notice";
import { TextField } from "../ui/TextField";

interface WithdrawDialogProps {
  id: string;
  onDone: () => Promise<void>;
  onClose: () => void;
}

function WithdrawDialog({ id, onDone, onClose }: WithdrawDialogProps) {
  const [reason, setReason] = useState("");
  const run = useMutation({
    mutationFn: () => withdraw(id, reason.trim()),
    onSuccess: async () => {
      onClose();
      await onDone();
    },
  });
  return (
    <Dialog title={`Withdraw ${id}?`} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          run.mutate();
        }}
      >
        <p>
          The image leaves the gallery, every collection and every new download. If it was public, a
          note with your reason stays in its place. This cannot be undone here.
        </p>
        <TextField label="Reason" value={reason} onChange={setReason} required multiline />
        {run.isError ? <Notice tone="bad">{run.error.message}</Notice> : null}
        <div className="row end">
          <button type="button" className="button" onClick={onClose}>
            Keep it
          </button>
          <button
            type="submit"
            className="button danger"
            disabled={reason.trim() === "" || run.isPending}
          >
            Withdraw
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function LiftDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const client = useQueryClient();
  return (
    <ConfirmDialog
      title={`Make ${id} public?`}
      confirm="Lift the embargo"
      keep="Keep it embargoed"
      danger
      promise="I may make this image public."
      act={async () => {
        await release(id);
        await client.invalidateQueries();
      }}
      onClose={onClose}
    >
      <p>
        <strong>Everybody on the internet</strong> will be able to see, find and download the image
        and its metadata, under its licence. Until now only the contributor, people it is shared
        with, and staff see it.
      </p>
      <p>
        The embargo cannot be put back. The image can be withdrawn later, but copies that others
        have made by then stay with them.
      </p>
    </ConfirmDialog>
  );
}

/** For staff: lift an image's embargo, or withdraw it. */
export function CuratorPanel({ image }: { image: Image }) {
  const client = useQueryClient();
  const staff = useIsStaff();
  const [asked, setAsked] = useState<"lift" | "withdraw" | null>(null);
  const close = () => setAsked(null);
  if (!staff) return null;
  return (
    <section className="panel stack" aria-labelledby="curation">
      <h2 id="curation">Curation</h2>
      <p className="muted small">
        {image.public
          ? "Everybody sees this image."
          : "Embargoed: the contributor, people it is shared with, and staff see it."}
      </p>
      <div className="row">
        {image.public ? null : (
          <button type="button" className="button small" onClick={() => setAsked("lift")}>
            Lift the embargo…
          </button>
        )}
        <button type="button" className="button small danger" onClick={() => setAsked("withdraw")}>
          Withdraw…
        </button>
      </div>
      {asked === "lift" ? <LiftDialog id={image.isic_id} onClose={close} /> : null}
      {asked === "withdraw" ? (
        <WithdrawDialog
          id={image.isic_id}
          onDone={() => client.invalidateQueries()}
          onClose={close}
        />
      ) : null}
    </section>
  );
}
