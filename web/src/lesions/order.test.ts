import { expect, test } from "vitest";
import type { Image } from "../api/types";
import { byTimeAndKind, grouped, momentOf } from "./order";

const image = (isic_id: string, image_type?: string, acquisition_day?: number): Image =>
  ({
    isic_id,
    metadata: {
      acquisition: image_type ? { image_type } : {},
      clinical: acquisition_day === undefined ? {} : { acquisition_day },
    },
  }) as unknown as Image;

const images = [
  image("ISIC_4", "dermoscopic", 90),
  image("ISIC_3", "clinical: close-up", 0),
  image("ISIC_2", "dermoscopic", 0),
  image("ISIC_1", "dermoscopic", 0),
];

test("orders by day, then dermoscopy first, then number", () =>
  expect(byTimeAndKind(images).map(({ isic_id }) => isic_id)).toEqual([
    "ISIC_1",
    "ISIC_2",
    "ISIC_3",
    "ISIC_4",
  ]));

test("groups by time or by kind", () => {
  expect(grouped(images, "time").map(({ title }) => title)).toEqual(["Day 0", "Day 90"]);
  expect(
    grouped(images, "kind").map(({ title, images: members }) => [title, members.length]),
  ).toEqual([
    ["Dermoscopic", 3],
    ["Clinical, close-up", 1],
  ]);
});

test("says when and how, as far as it is known", () => {
  expect(momentOf(image("ISIC_1", "dermoscopic", 3))).toBe("Day 3, Dermoscopic");
  expect(momentOf(image("ISIC_1"))).toBe("ISIC_1");
});
