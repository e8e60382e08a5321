import { expect, test } from "vitest";
import type { Facets } from "../api/types";
import { allSuggestions, suggest } from "./suggestions";

const meta = { missing_count: 0, present_count: 10 };
const facets: Facets = {
  sex: {
    meta,
    buckets: [
      { key: "male", doc_count: 4 },
      { key: "female", doc_count: 6 },
    ],
  },
  mel_ulcer: {
    meta,
    buckets: [
      { key: 0, key_as_string: "false", doc_count: 5 },
      { key: 1, key_as_string: "true", doc_count: 3 },
    ],
  },
  diagnosis_1: { meta, buckets: [{ key: "Benign", doc_count: 9 }] },
  diagnosis_2: { meta, buckets: [{ key: "Blue nevus", doc_count: 2 }] },
};
const all = allSuggestions(facets, {
  diagnosis: { Benign: { "Blue nevus": {} } },
  anatom_site: {},
});

test("finds a value by the start of its name before others", () =>
  expect(suggest(all, "male").map(({ label }) => label)).toEqual(["Male", "Female"]));

test("tells where in a hierarchy a value stands", () =>
  expect(suggest(all, "nevus blue")).toMatchObject([
    { token: "2:Blue nevus", context: "Diagnosis › Benign", total: 2 },
  ]));

test("offers yes-or-no fields by their own name", () =>
  expect(suggest(all, "ulcer")).toEqual([
    { facet: "mel_ulcer", token: "true", label: "Melanoma ulceration", context: "Yes", total: 3 },
  ]));

test("suggests nothing for nothing", () => {
  expect(suggest(all, "  ")).toEqual([]);
  expect(suggest(all, "xyz")).toEqual([]);
});
