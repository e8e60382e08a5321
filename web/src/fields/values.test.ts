import { expect, test } from "vitest";
import type { Image } from "../api/types";
import { FIELD_ORDER } from "./dictionary";
import { altText, metadataLines, valueLabel } from "./values";

const image: Image = {
  isic_id: "ISIC_0000001",
  public: true,
  copyright_license: "CC-0",
  attribution: "Anonymous",
  files: { full: { url: "/f.jpg", size: 1 }, thumbnail_256: { url: "/t.jpg", size: 1 } },
  metadata: {
    acquisition: { pixels_x: 600, pixels_y: 450, image_type: "dermoscopic" },
    clinical: {
      age_approx: 55,
      sex: "female",
      diagnosis_1: "Benign",
      diagnosis_2: "Cysts",
      mel_thick_mm: "0.80",
      something_new: "x",
    },
  },
};

const all = { ...image.metadata.clinical, ...image.metadata.acquisition };

test("describes an image for those who cannot see it", () =>
  expect(altText(image)).toBe("Dermoscopic image ISIC_0000001, Cysts, female, about 55 years"));

test("joins the levels of a hierarchy into one line, in the dictionary's order", () => {
  const lines = metadataLines(all, FIELD_ORDER);
  expect(lines[0]).toMatchObject({ field: "diagnosis", value: "Benign › Cysts" });
  expect(lines.map((line) => line.field)).not.toContain("diagnosis_1");
});

test("gives units and keeps decimals as they were written", () =>
  expect(metadataLines(all, FIELD_ORDER)).toContainEqual(
    expect.objectContaining({ field: "mel_thick_mm", value: "0.80 mm" }),
  ));

test("shows fields that the dictionary does not know, last", () =>
  expect(metadataLines(all, FIELD_ORDER).at(-1)).toMatchObject({
    label: "something new",
    value: "X",
  }));

test("says yes and no", () => {
  expect(valueLabel("melanocytic", true)).toBe("Yes");
  expect(valueLabel("melanocytic", "false")).toBe("No");
});
