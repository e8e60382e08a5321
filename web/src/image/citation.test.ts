import { expect, test } from "vitest";
import type { Image } from "../api/types";
import { citationOf } from "./citation";

const image = {
  isic_id: "ISIC_0000001",
  copyright_license: "CC-BY",
  attribution: "Hospital of Somewhere",
} as Image;
const citation = citationOf(image, "https://archive.example.org", new Date("2026-11-24T08:00:00Z"));

test("names author, image, licence, place and day", () =>
  expect(citation.text).toBe(
    "Hospital of Somewhere. ISIC_0000001 [image]. Dermarium, licence CC-BY. https://archive.example.org/images/ISIC_0000001 (accessed 2026-11-24).",
  ));

test("keeps an institution in one piece and escapes for TeX", () => {
  expect(citation.bibtex).toContain("author       = {{Hospital of Somewhere}}");
  expect(citation.bibtex).toContain(String.raw`title        = {ISIC\_0000001 [image]}`);
});
