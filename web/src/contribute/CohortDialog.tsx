import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { createCohort } from "../api/ingest";
import type { Contributor, NewCohort } from "../api/types";
import { Dialog } from "../ui/Dialog";
import { Notice } from "../ui/Notice";
import { TextField } from "../ui/TextField";
import { LicenceChoice } from "./LicenceChoice";

interface CohortDialogProps {
  contributor: Contributor;
  onClose: () => void;
}

/** Starts from the contributor's defaults, so that nothing is asked twice. */
export function CohortDialog({ contributor, onClose }: CohortDialogProps) {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [form, setForm] = useState<NewCohort>({
    contributor: contributor.id,
    name: "",
    description: "",
    default_copyright_license: (contributor.default_copyright_license ||
      "CC-BY") as NewCohort["default_copyright_license"],
    default_attribution: contributor.default_attribution,
  });
  const set = (name: keyof NewCohort) => (value: string) =>
    setForm((before) => ({ ...before, [name]: value }));
  const create = useMutation({
    mutationFn: () => createCohort(form),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ["cohorts"] });
      navigate(`/contribute/${id}`);
    },
  });
  return (
    <Dialog title="New cohort" onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <p className="muted">
          A set of images of {contributor.institution_name} that are uploaded, reviewed and
          published together.
        </p>
        <TextField label="Name" value={form.name} onChange={set("name")} required maxLength={255} />
        <TextField
          label="Description"
          value={form.description}
          onChange={set("description")}
          multiline
          hint="Private; for you and the reviewers."
        />
        <LicenceChoice
          value={form.default_copyright_license}
          onChange={set("default_copyright_license")}
        />
        <TextField
          label="Attribution"
          value={form.default_attribution}
          onChange={set("default_attribution")}
          required
          maxLength={200}
          hint="The words that users of these images must repeat."
        />
        {create.isError ? <Notice tone="bad">{create.error.message}</Notice> : null}
        <div className="row end">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button primary" disabled={create.isPending}>
            Create cohort and upload
          </button>
        </div>
      </form>
    </Dialog>
  );
}
