import { expect, test } from "vitest";
import { toQuery } from "./query";
import { EMPTY_SEARCH, MISSING, type Search } from "./search";

const search = (facets: Search["facets"], q = ""): Search => ({ ...EMPTY_SEARCH, q, facets });

test("asks for everything when nothing is chosen", () => expect(toQuery(EMPTY_SEARCH)).toBe(""));

test("leaves a typed query as it is", () =>
  expect(toQuery(search({}, "sex:male OR sex:female"))).toBe("sex:male OR sex:female"));

test("joins values of a facet by OR and facets by AND", () =>
  expect(toQuery(search({ sex: ["male", "female"], image_type: ["TBP tile: close-up"] }))).toBe(
    'image_type:"TBP tile: close-up" AND (sex:"female" OR sex:"male")',
  ));

test("keeps a typed query together beside facets", () =>
  expect(toQuery(search({ sex: ["male"] }, "age_approx:5 OR age_approx:10"))).toBe(
    '(age_approx:5 OR age_approx:10) AND sex:"male"',
  ));

test("asks for the right level of a tree", () =>
  expect(toQuery(search({ diagnosis: ["1:Malignant", "3:Nevus"] }))).toBe(
    'diagnosis_1:"Malignant" OR diagnosis_3:"Nevus"',
  ));

test("writes half-open ranges, neighbours as one", () => {
  expect(toQuery(search({ age_approx: ["45..50", "40..45", "60..65"] }))).toBe(
    "age_approx:[40 TO 50} OR age_approx:[60 TO 65}",
  );
  expect(toQuery(search({ mel_thick_mm: ["4.5..5", "5..*"] }))).toBe("mel_thick_mm:[4.5 TO *]");
});

test("writes truth values bare and missing values as negated presence", () => {
  expect(toQuery(search({ melanocytic: ["true", MISSING] }))).toBe(
    "-melanocytic:* OR melanocytic:true",
  );
  expect(toQuery(search({ diagnosis: [MISSING] }))).toBe("-diagnosis_1:*");
});

test("leaves one facet out to count its own values", () =>
  expect(toQuery(search({ sex: ["male"], age_approx: ["5..10"] }), "sex")).toBe(
    "age_approx:[5 TO 10}",
  ));

test("cannot be broken out of by a quotation mark", () =>
  expect(toQuery(search({ sex: ['x" OR public:"false'] }))).toBe('sex:"x OR public:false"'));
