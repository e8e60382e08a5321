import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createContributor } from "../api/ingest";
import type { NewContributor } from "../api/types";
import { Dialog } from "../ui/Dialog";
import { Notice } from "../ui/Notice";
import { TextField } from "../ui/TextField";
import { LicenceChoice } from "./LicenceChoice";

const BLANK: NewContributor = {
  institution_name: "",
  institution_url: "",
  legal_contact_info: "",
  default_copyright_license: "CC-BY",
  default_attribution: "",
};

export function ContributorDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const [form, setForm] = useState(BLANK);
  const set = (name: keyof NewContributor) => (value: string) =>
    setForm((before) => ({ ...before, [name]: value }));
  const create = useMutation({
    mutationFn: () => createContributor(form),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["contributors"] });
      onClose();
    },
  });
  return (
    <Dialog title="New contributor" onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <p className="muted">
          The institution that gives images. Name, web page and contact stay private; the
          attribution is public.
        </p>
        <TextField
          label="Institution"
          value={form.institution_name}
          onChange={set("institution_name")}
          required
          maxLength={255}
          autoComplete="organization"
        />
        <TextField
          label="Web page"
          type="url"
          value={form.institution_url}
          onChange={set("institution_url")}
          autoComplete="url"
        />
        <TextField
          label="Legal contact"
          value={form.legal_contact_info}
          onChange={set("legal_contact_info")}
          required
          multiline
          hint="Whom to ask about rights and consent: name, address, e-mail."
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
          hint="The words that users of your images must repeat."
        />
        {create.isError ? <Notice tone="bad">{create.error.message}</Notice> : null}
        <div className="row end">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button primary" disabled={create.isPending}>
            Create contributor
          </button>
        </div>
      </form>
    </Dialog>
  );
}
