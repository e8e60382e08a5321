import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createApproach, createTeam, submit } from "../../api/challenges";
import type { Challenge, Mine, NewApproach, Task } from "../../api/challengeTypes";
import { type Uploading, useUpload } from "../../upload/useUpload";
import { type ApproachForm, MANUSCRIPT_ENDINGS, NEW_APPROACH } from "./ApproachFields";
import { type Filled, firstMissing } from "./missing";
import { addressesIn, NEW_TEAM, type TeamForm } from "./TeamFields";

const CSV = [".csv"];

export interface Submitting extends Filled {
  setTeamForm: (form: TeamForm) => void;
  chooseApproach: (approach: number | "new") => void;
  setApproachForm: (form: ApproachForm) => void;
  setAccepted: (accepted: boolean) => void;
  readonly manuscript: Uploading;
  readonly predictions: Uploading;
  /** What keeps it from being sent; null when nothing does. */
  readonly missing: string | null;
  readonly problem: string | null;
  readonly isSending: boolean;
  send: () => void;
}

interface Options {
  mine: Mine;
  task: Task;
  challenge: Challenge;
  /** Approach that the address asks for; any other number is none. */
  asked: number;
  onDone: (submission: number) => void;
}

const signedValue = ({ upload }: Uploading): string | null =>
  upload.phase === "arrived" ? upload.value : null;

/** The approach that is most likely meant: the one asked for, else the one used last. */
function firstChoice({ approaches }: Mine, asked: number): number | "new" {
  if (approaches.some(({ id }) => id === asked)) return asked;
  const [newest] = approaches.toSorted(
    (a, b) =>
      Date.parse(b.latest?.created ?? b.created) - Date.parse(a.latest?.created ?? a.created),
  );
  return newest?.id ?? "new";
}

/**
 * The whole way from nothing to a submission: team, approach, file. What was made before a later
 * part failed is kept, so that nothing is asked twice.
 */
export function useSubmitting({ mine, task, challenge, asked, onDone }: Options): Submitting {
  const client = useQueryClient();
  const [teamForm, setTeamForm] = useState(NEW_TEAM);
  const [approach, chooseApproach] = useState(() => firstChoice(mine, asked));
  const [approachForm, setApproachForm] = useState(NEW_APPROACH);
  const [accepted, setAccepted] = useState(false);
  const manuscript = useUpload("manuscript", MANUSCRIPT_ENDINGS);
  const predictions = useUpload("predictions", CSV);

  async function teamId(): Promise<number> {
    if (mine.team) return mine.team.id;
    const { name, institution, institution_url, invite } = teamForm;
    const team = await createTeam(challenge.slug, {
      name: name.trim(),
      institution: institution.trim(),
      institution_url: institution_url.trim(),
      invite: addressesIn(invite),
    });
    return team.id;
  }

  async function approachId(): Promise<number> {
    if (approach !== "new") return approach;
    const made: NewApproach = {
      team: await teamId(),
      name: approachForm.name.trim(),
      description: approachForm.description.trim(),
      uses_external_data: approachForm.uses_external_data ?? false,
    };
    const pdf = signedValue(manuscript);
    if (pdf !== null) made.manuscript = pdf;
    const { id } = await createApproach(task.id, made);
    chooseApproach(id);
    return id;
  }

  const sending = useMutation({
    mutationFn: async () => submit(await approachId(), signedValue(predictions) ?? ""),
    onSuccess: ({ id }) => onDone(id),
    onSettled: () => client.invalidateQueries({ queryKey: ["mine", task.id] }),
  });

  const filled = { teamForm, approach, approachForm, accepted };
  const missing = firstMissing(filled, {
    hasTeam: mine.team !== null,
    needsManuscript: task.requires_manuscript,
    manuscript: manuscript.upload.phase,
    predictions: predictions.upload.phase,
  });
  return {
    ...filled,
    setTeamForm,
    chooseApproach,
    setApproachForm,
    setAccepted,
    manuscript,
    predictions,
    missing,
    problem: sending.isError ? sending.error.message : null,
    isSending: sending.isPending,
    send: () => sending.mutate(),
  };
}
