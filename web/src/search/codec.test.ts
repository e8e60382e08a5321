import { expect, test } from "vitest";
import { formatSearch, galleryAddress, parseSearch } from "./codec";
import { EMPTY_SEARCH, type Search } from "./search";

test("reads what it wrote", () => {
  const search: Search = {
    q: 'sex:male OR diagnosis_1:"Benign"',
    facets: {
      diagnosis: ["2:Benign melanocytic proliferations"],
      sex: ["-", "female"],
      age_approx: ["40..45", "45..50"],
      mel_thick_mm: ["5..*"],
      image_type: ["TBP tile: close-up"],
    },
    collections: [2, 11],
    view: "table",
  };
  expect(parseSearch(formatSearch(search))).toEqual(search);
});

test("gives the same view the same address, whatever the order of clicks", () => {
  const one: Search = { ...EMPTY_SEARCH, facets: { sex: ["male", "female"] }, collections: [3, 1] };
  const other: Search = {
    ...EMPTY_SEARCH,
    facets: { sex: ["female", "male"] },
    collections: [1, 3],
  };
  expect(formatSearch(one)).toBe(formatSearch(other));
});

test("leaves out what it does not know", () =>
  expect(
    parseSearch("?colour=red&age_approx=abc&diagnosis=Benign&collections=1,x,2,2&view=wall&sex="),
  ).toEqual({ ...EMPTY_SEARCH, collections: [1, 2] }));

test("keeps the plain gallery free of parameters", () =>
  expect(galleryAddress(EMPTY_SEARCH)).toBe("/gallery"));
