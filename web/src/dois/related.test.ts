import { expect, test } from "vitest";
import type { RelatedIdentifier } from "../api/doiTypes";
import { addressOf, isComplete, problemOf, relationLabel, tidy } from "./related";

const line = (
  text: string,
  type: "DOI" | "URL" = "DOI",
  relation = "IsReferencedBy",
): RelatedIdentifier => ({
  relation_type: relation,
  related_identifier_type: type,
  related_identifier: text,
});

test("takes off what people paste around a DOI", () => {
  for (const text of [
    "10.1/x",
    "https://doi.org/10.1/x",
    "doi: 10.1/x",
    " http://dx.doi.org/10.1/x",
  ]) {
    expect(tidy(line(text)).related_identifier).toBe("10.1/x");
  }
});

test("names what is wrong with an identifier", () => {
  expect(problemOf([line("10.1234/abc")], 0)).toBe(undefined);
  expect(problemOf([line("abc")], 0)).toContain("looks like");
  expect(problemOf([line("javascript:alert(1)", "URL")], 0)).toContain("https://");
  expect(problemOf([line("https://example.org/a", "URL")], 0)).toBe(undefined);
});

test("lets one publication describe a data set", () => {
  const two = ["10.1234/a", "10.1234/b"].map((text) => line(text, "DOI", "IsDescribedBy"));
  expect(problemOf(two, 0)).toBe(undefined);
  expect(problemOf(two, 1)).toContain("Only one");
  expect(isComplete(two)).toBe(false);
});

test("refuses what is in the list already", () => {
  const twice = [line("10.1234/a"), line("https://doi.org/10.1234/A")];
  expect(problemOf(twice, 0)).toBe(undefined);
  expect(problemOf(twice, 1)).toContain("already");
});

test("is not complete with an empty line, but does not complain of it", () => {
  expect(problemOf([line("")], 0)).toBe(undefined);
  expect(isComplete([line("")])).toBe(false);
  expect(isComplete([])).toBe(true);
});

test("follows no address that is not of the web", () => {
  expect(addressOf(line("10.1234/abc"))).toBe("https://doi.org/10.1234/abc");
  expect(addressOf(line("javascript:alert(1)", "URL"))).toBe(null);
});

test("has words for every relation, known or not", () => {
  expect(relationLabel("IsDescribedBy")).toBe("Described by");
  expect(relationLabel("IsCitedBy")).toBe("Is Cited By");
});
