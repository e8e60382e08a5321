import { expect, test } from "vitest";
import type { Facets } from "../api/types";
import { optionsOf, treeOf } from "./counts";

const meta = { missing_count: 2, present_count: 8 };

test("pairs what was found with what there is, missing values last", () => {
  const total: Facets = {
    sex: {
      meta,
      buckets: [
        { key: "male", doc_count: 5 },
        { key: "female", doc_count: 3 },
      ],
    },
  };
  const filtered: Facets = {
    sex: { meta: { missing_count: 0, present_count: 5 }, buckets: [{ key: "male", doc_count: 4 }] },
  };
  expect(optionsOf("sex", total, filtered)).toEqual([
    { token: "male", total: 5, filtered: 4 },
    { token: "female", total: 3, filtered: 0 },
    { token: "-", total: 2, filtered: 0 },
  ]);
});

test("turns buckets into tokens of the address", () => {
  const total: Facets = {
    age_approx: { meta, buckets: [{ key: 40, doc_count: 1 }] },
    mel_thick_mm: { meta, buckets: [{ key: "5.0-*", from: 5, to: "*", doc_count: 1 }] },
    melanocytic: { meta, buckets: [{ key: 1, key_as_string: "true", doc_count: 1 }] },
  };
  const first = (id: string) => optionsOf(id, total, total)[0]?.token;
  expect(first("age_approx")).toBe("40..45");
  expect(first("mel_thick_mm")).toBe("5..*");
  expect(first("melanocytic")).toBe("true");
});

test("draws a tree from the counts of its levels", () => {
  const total: Facets = {
    diagnosis_1: { meta, buckets: [{ key: "Benign", doc_count: 8 }] },
    diagnosis_2: { meta, buckets: [{ key: "Cysts", doc_count: 3 }] },
  };
  const { roots, missing } = treeOf(
    "diagnosis",
    { Benign: { Cysts: {}, Nevi: {} }, Malignant: {} },
    total,
    {},
  );
  expect(roots).toMatchObject([
    { token: "1:Benign", total: 8, filtered: 0, children: [{ token: "2:Cysts", total: 3 }] },
  ]);
  expect(missing.total).toBe(2);
});
