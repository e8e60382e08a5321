import { expect, test } from "vitest";
import type { Doi } from "../api/doiTypes";
import type { Collection } from "../api/types";
import { draftingOf, type Known } from "./drafting";

const collection = { id: 3, name: "Naevi", doi: null } as Collection;
const known = (change: Partial<Known>): Known => ({
  collection,
  images: 12,
  isStaff: false,
  isOwner: true,
  isMagic: false,
  dois: [],
  ...change,
});

test("lets the owner and staff draft", () => {
  expect(draftingOf(known({})).kind).toBe("ready");
  expect(draftingOf(known({ isOwner: false, isStaff: true })).kind).toBe("ready");
  expect(draftingOf(known({ isOwner: false })).kind).toBe("none");
});

test("gives the reason when it is not possible", () => {
  expect(draftingOf(known({ images: 0 }))).toMatchObject({ kind: "blocked" });
  expect(draftingOf(known({ isMagic: true }))).toMatchObject({ kind: "blocked" });
});

test("leads to the DOI that is there already", () => {
  const doi = { slug: "naevi", collection_id: 3 } as Doi;
  expect(draftingOf(known({ dois: [doi] }))).toEqual({ kind: "has", doi });
});

test("offers nothing before everything is known", () => {
  expect(draftingOf(known({ images: undefined })).kind).toBe("none");
  expect(draftingOf(known({ dois: undefined })).kind).toBe("none");
});
