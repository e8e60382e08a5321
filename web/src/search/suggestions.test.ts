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

test("suggests nothing for nothing", () => {
  expect(suggest(all, "  ")).toEqual([]);
  expect(suggest(all, "xyz")).toEqual([]);
});
