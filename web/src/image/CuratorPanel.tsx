import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { release, withdraw } from "../api/images";
import type { Image } from "../api/types";
import { useIsStaff } from "../session/session";
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

/** For staff: lift an image's embargo, or withdraw it. */
export function CuratorPanel({ image }: { image: Image }) {
  const client = useQueryClient();
  const staff = useIsStaff();
  const [withdrawing, setWithdrawing] = useState(false);
  const refresh = () => client.invalidateQueries();
  const lift = useMutation({ mutationFn: () => release(image.isic_id), onSuccess: refresh });
  if (!staff) return null;
  return (
    <section className="panel stack" aria-labelledby="curation">
      <h2 id="curation">Curation</h2>
      {lift.isError ? <Notice tone="bad">{lift.error.message}</Notice> : null}
      {lift.isSuccess ? (
        <Notice tone="ok">The embargo is lifted; the page follows in a moment.</Notice>
      ) : null}
      <div className="row">
        {image.public ? null : (
          <button
            type="button"
            className="button small"
            disabled={lift.isPending || lift.isSuccess}
            onClick={() => lift.mutate()}
          >
            Lift the embargo
          </button>
        )}
        <button type="button" className="button small danger" onClick={() => setWithdrawing(true)}>
          Withdraw
        </button>
      </div>
      {withdrawing ? (
        <WithdrawDialog id={image.isic_id} onDone={refresh} onClose={() => setWithdrawing(false)} />
      ) : null}
    </section>
  );
}
