import { expect, test } from "vitest";
import { type Filled, firstMissing, type Needs } from "./missing";

const filled: Filled = {
  teamForm: { name: "Lupe", institution: "", institution_url: "", invite: "" },
  approach: "new",
  approachForm: { name: "ResNet", description: "As it says.", uses_external_data: false },
  accepted: true,
};
const needs: Needs = {
  hasTeam: false,
  needsManuscript: false,
  manuscript: "none",
  predictions: "arrived",
};

test("lets a complete submission go", () => expect(firstMissing(filled, needs)).toBe(null));

test("asks for what is missing in the order of the page", () => {
  const empty = { ...filled, teamForm: { ...filled.teamForm, name: " " }, accepted: false };
  expect(firstMissing(empty, needs)).toContain("team");
  expect(firstMissing({ ...filled, accepted: false }, needs)).toContain("rules");
});

test("asks nothing about a team or an approach that is there", () => {
  const known = {
    ...filled,
    approach: 7,
    teamForm: { ...filled.teamForm, name: "" },
    approachForm: { name: "", description: "" },
  };
  expect(firstMissing(known, { ...needs, hasTeam: true, needsManuscript: true })).toBe(null);
});

test("waits for files that are on their way", () => {
  expect(firstMissing(filled, { ...needs, predictions: "sending" })).toContain("arriving");
  expect(firstMissing(filled, { ...needs, manuscript: "sending" })).toContain("manuscript");
  expect(firstMissing(filled, { ...needs, needsManuscript: true })).toBe("Add the manuscript.");
});

test("wants an answer about external data, not a guess", () => {
  const unanswered = { ...filled, approachForm: { name: "a", description: "b" } };
  expect(firstMissing(unanswered, needs)).toContain("external data");
});
