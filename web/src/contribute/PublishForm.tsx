import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { publish } from "../api/ingest";
import type { Cohort } from "../api/types";
import { plural } from "../format/format";
import { Notice } from "../ui/Notice";
import { useProgress } from "./StatusList";

const CHOICES = [
  ["public", "Public", "Everybody can find, open and download the images."],
  [
    "embargoed",
    "Embargoed",
    "Only the contributor, people they are shared with, and staff. The embargo can be lifted later.",
  ],
  ["file", "As the metadata file says", "Row by row, from its column “public”."],
] as const;
type Choice = (typeof CHOICES)[number][0];
const VISIBILITY: Readonly<Record<Choice, boolean | null>> = {
  public: true,
  embargoed: false,
  file: null,
};

/** For staff: gives accepted images their public numbers. */
export function PublishForm({ cohort }: { cohort: Cohort }) {
  const client = useQueryClient();
  const accepted = useProgress(cohort.id).data?.accepted ?? 0;
  const [choice, setChoice] = useState<Choice>();
  const [typed, setTyped] = useState("");
  const confirmed = typed.trim() === String(accepted);
  const run = useMutation({
    mutationFn: (visibility: boolean | null) => publish(cohort.id, visibility),
    onSuccess: () => client.invalidateQueries({ queryKey: ["progress", cohort.id] }),
  });
  return (
    <section className="stack" aria-labelledby="publish">
      <h2 id="publish">Publish</h2>
      {run.isSuccess ? (
        <Notice tone="ok">
          {plural(run.data.count, "image")} on the way. They appear in the list of files as they are
          published.
        </Notice>
      ) : null}
      {accepted === 0 ? (
        <p className="muted">No accepted image is waiting. Review first.</p>
      ) : (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (choice && confirmed) run.mutate(VISIBILITY[choice]);
          }}
        >
          <p>
            <strong>{plural(accepted, "accepted image")}</strong> can be published, under{" "}
            <strong>{cohort.default_copyright_license}</strong>, attributed to{" "}
            <strong>{cohort.default_attribution || "Anonymous"}</strong> where the metadata says
            nothing else. Numbers once given stay.
          </p>
          <fieldset>
            <legend className="label">Who will see them?</legend>
            {CHOICES.map(([value, label, hint]) => (
              <label key={value} className="choice">
                <input
                  type="radio"
                  name="visibility"
                  checked={choice === value}
                  onChange={() => setChoice(value)}
                />
                <span>
                  {label}
                  <small>{hint}</small>
                </span>
              </label>
            ))}
          </fieldset>
          <label className="field narrow">
            <span className="label">To confirm, type the number of images ({accepted})</span>
            <input
              className="input"
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </label>
          {run.isError ? <Notice tone="bad">{run.error.message}</Notice> : null}
          <div className="row">
            <button
              type="submit"
              className="button primary"
              disabled={!choice || !confirmed || run.isPending}
            >
              Publish {plural(accepted, "image")}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}
