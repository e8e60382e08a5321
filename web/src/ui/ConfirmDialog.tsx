import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Dialog } from "./Dialog";
import { Notice } from "./Notice";

interface ConfirmDialogProps {
  /** The question. */
  title: string;
  /** What the button does, as a verb. */
  confirm: string;
  /** The way back. */
  keep?: string;
  danger?: boolean;
  /** A sentence that has to be ticked first, where something becomes public and cannot be taken back. */
  promise?: string;
  act: () => Promise<unknown>;
  onClose: () => void;
  /** What will happen, who will see it, and whether it can be undone. */
  children: ReactNode;
}

/** Asks before something that the world sees or that cannot be undone; closes when it is done. */
export function ConfirmDialog({
  title,
  confirm,
  keep = "Cancel",
  danger = false,
  promise,
  act,
  onClose,
  children,
}: ConfirmDialogProps) {
  const [promised, setPromised] = useState(promise === undefined);
  const run = useMutation({ mutationFn: act, onSuccess: onClose });
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="prose">{children}</div>
      {promise === undefined ? null : (
        <label className="choice">
          <input
            type="checkbox"
            checked={promised}
            onChange={(event) => setPromised(event.target.checked)}
          />
          <span>{promise}</span>
        </label>
      )}
      {run.isError ? <Notice tone="bad">{run.error.message}</Notice> : null}
      <div className="row end">
        <button type="button" className="button" onClick={onClose}>
          {keep}
        </button>
        <button
          type="button"
          className={danger ? "button danger" : "button primary"}
          disabled={!promised || run.isPending || run.isSuccess}
          onClick={() => run.mutate()}
        >
          {confirm}
        </button>
      </div>
    </Dialog>
  );
}
