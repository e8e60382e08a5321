import type { Upload } from "../../upload/useUpload";
import type { ApproachForm } from "./ApproachFields";
import { inviteProblem, type TeamForm } from "./TeamFields";

/** What was entered so far. */
export interface Filled {
  readonly teamForm: TeamForm;
  readonly approach: number | "new";
  readonly approachForm: ApproachForm;
  readonly accepted: boolean;
}

export interface Needs {
  readonly hasTeam: boolean;
  readonly needsManuscript: boolean;
  readonly manuscript: Upload["phase"];
  readonly predictions: Upload["phase"];
}

/** The first thing that keeps a submission from being sent, in the order of the page. */
export function firstMissing(filled: Filled, needs: Needs): string | null {
  const { teamForm, approach, approachForm, accepted } = filled;
  if (!needs.hasTeam) {
    if (teamForm.name.trim() === "") return "Name your team.";
    if (inviteProblem(teamForm.invite)) return "Look at the addresses you invite.";
  }
  if (approach === "new") {
    if (approachForm.name.trim() === "") return "Name the approach.";
    if (approachForm.description.trim() === "") return "Say how the approach works.";
    if (approachForm.uses_external_data === undefined) return "Answer about external data.";
    if (needs.manuscript === "sending") return "The manuscript is still arriving.";
    if (needs.needsManuscript && needs.manuscript !== "arrived") return "Add the manuscript.";
  }
  if (needs.predictions === "sending") return "The predictions are still arriving.";
  if (needs.predictions !== "arrived") return "Choose the file of predictions.";
  return accepted ? null : "Accept the rules and the terms.";
}
