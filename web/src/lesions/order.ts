import type { Image } from "../api/types";
import { valueLabel } from "../fields/values";

const kindOf = (image: Image): string => String(image.metadata.acquisition.image_type ?? "");

const dayOf = (image: Image): number | undefined => {
  const day = image.metadata.clinical.acquisition_day;
  return day === undefined ? undefined : Number(day);
};

/** Dermoscopy first, as clinicians compare; then by name of the kind. */
const kindRank = (image: Image): string =>
  kindOf(image) === "dermoscopic" ? "" : kindOf(image) || "~";

/** The order of a case: by day, within a day dermoscopic first, ties by number. */
export function byTimeAndKind(images: readonly Image[]): Image[] {
  return [...images].sort(
    (a, b) =>
      (dayOf(a) ?? 0) - (dayOf(b) ?? 0) ||
      kindRank(a).localeCompare(kindRank(b)) ||
      a.isic_id.localeCompare(b.isic_id),
  );
}

/** When and how an image was made, in a few words. */
export function momentOf(image: Image): string {
  const day = dayOf(image);
  const kind = kindOf(image);
  const parts = [
    day === undefined ? undefined : `Day ${day}`,
    kind ? valueLabel("image_type", kind) : undefined,
  ];
  return parts.filter(Boolean).join(", ") || image.isic_id;
}

export interface Group {
  readonly title: string;
  readonly images: Image[];
}

export type Grouping = "time" | "kind" | "none";

/** The images of a lesion in the groups of a case view. */
export function grouped(images: readonly Image[], by: Grouping): Group[] {
  const groups = new Map<string, Image[]>();
  for (const image of byTimeAndKind(images)) {
    const day = dayOf(image);
    const titles = {
      time: day === undefined ? "No day given" : `Day ${day}`,
      kind: kindOf(image) ? valueLabel("image_type", kindOf(image)) : "Kind not given",
      none: "All images",
    };
    const title = titles[by];
    groups.set(title, [...(groups.get(title) ?? []), image]);
  }
  return [...groups].map(([title, members]) => ({ title, images: members }));
}
