import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { changeChallenge, createChallenge } from "../../api/challenges";
import type { Challenge } from "../../api/challengeTypes";
import { Dialog } from "../../ui/Dialog";
import { Notice } from "../../ui/Notice";
import { TextField } from "../../ui/TextField";
import { fromField, toField } from "./localTime";

interface ChallengeDialogProps {
  /** None makes a new one. */
  challenge?: Challenge;
  onClose: () => void;
}

interface WhenProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function When({ label, value, onChange }: WhenProps) {
  return (
    <label className="field">
      <span className="label">{label}</span>
      <input
        className="input"
        type="datetime-local"
        required
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

export function ChallengeDialog({ challenge, onClose }: ChallengeDialogProps) {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [name, setName] = useState(challenge?.name ?? "");
  const [description, setDescription] = useState(challenge?.description ?? "");
  const [rules, setRules] = useState(challenge?.rules ?? "");
  const [opens, setOpens] = useState(toField(challenge?.opens_at ?? ""));
  const [closes, setCloses] = useState(toField(challenge?.closes_at ?? ""));
  const [hidden, setHidden] = useState(challenge?.hidden ?? true);
  const backwards = opens !== "" && closes !== "" && closes <= opens;
  const ready = name.trim() !== "" && opens !== "" && closes !== "" && !backwards;
  const save = useMutation({
    mutationFn: () => {
      const form = {
        name: name.trim(),
        description: description.trim(),
        rules: rules.trim(),
        opens_at: fromField(opens) ?? "",
        closes_at: fromField(closes) ?? "",
        hidden,
      };
      return challenge ? changeChallenge(challenge.slug, form) : createChallenge(form);
    },
    onSuccess: async ({ slug }) => {
      await client.invalidateQueries({ queryKey: ["challenges"] });
      await client.invalidateQueries({ queryKey: ["challenge", slug] });
      onClose();
      navigate(`/challenges/${slug}`);
    },
  });
  return (
    <Dialog title={challenge ? "Edit the challenge" : "New challenge"} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextField label="Name" value={name} onChange={setName} required maxLength={100} />
        <TextField label="Description" value={description} onChange={setDescription} multiline />
        <TextField label="Rules" value={rules} onChange={setRules} multiline />
        <div className="field-pair">
          <When label="Opens" value={opens} onChange={setOpens} />
          <When label="Closes" value={closes} onChange={setCloses} />
        </div>
        {backwards ? (
          <p className="problem" role="alert">
            It must close after it opens.
          </p>
        ) : null}
        <label className="choice">
          <input
            type="checkbox"
            checked={hidden}
            onChange={(event) => setHidden(event.target.checked)}
          />
          <span>
            Hidden
            <small>Only staff see it.</small>
          </span>
        </label>
        {save.isError ? <Notice tone="bad">{save.error.message}</Notice> : null}
        <div className="row end">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button primary" disabled={!ready || save.isPending}>
            {challenge ? "Save" : "Create challenge"}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
