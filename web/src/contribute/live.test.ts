import { expect, test } from "vitest";
import type { Accession, AccessionState } from "../api/types";
import { type AccessionPages, withAccession } from "./live";

const accession = (id: number, state: AccessionState): Accession =>
  ({ id, state, file_name: `${id}.jpg` }) as Accession;

const list = (...ids: number[]): AccessionPages => ({
  pageParams: [],
  pages: [
    {
      results: ids.map((id) => accession(id, "processing")),
      count: null,
      next: null,
      previous: null,
    },
  ],
});

const seen = (data: AccessionPages) =>
  data.pages.flatMap(({ results }) => results.map(({ id, state }) => `${id} ${state}`));

test("replaces an accession where it stands", () =>
  expect(seen(withAccession(list(2, 1), accession(1, "failed"), null))).toEqual([
    "2 processing",
    "1 failed",
  ]));

test("puts a new accession on top", () =>
  expect(seen(withAccession(list(1), accession(2, "processing"), null))).toEqual([
    "2 processing",
    "1 processing",
  ]));

test("takes an accession out of the list of a state it has left", () =>
  expect(seen(withAccession(list(2, 1), accession(1, "accepted"), "processing"))).toEqual([
    "2 processing",
  ]));

test("keeps news of another state out of a list", () =>
  expect(seen(withAccession(list(1), accession(2, "failed"), "processing"))).toEqual([
    "1 processing",
  ]));
