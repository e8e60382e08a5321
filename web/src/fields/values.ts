import type { Image, MetadataValue } from "../api/types";
import { fieldOf } from "./dictionary";

const LEVELS = [1, 2, 3, 4, 5];

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A value as people read it; the archive's own word is kept wherever it is already plain. */
export function valueLabel(field: string, value: MetadataValue): string {
  if (field === "public") return String(value) === "true" ? "Public" : "Embargoed";
  if (typeof value === "boolean") return value ? "Yes" : "No";
  const text = String(value);
  if (text === "true") return "Yes";
  if (text === "false") return "No";
  if (field === "age_approx" && text === "85") return "85 and over";
  return fieldOf(field).value_labels?.[text] ?? (/^[a-z]/.test(text) ? capital(text) : text);
}

type Tree = "diagnosis" | "anatom_site";
type Values = Readonly<Record<string, MetadataValue>>;

const levels = (values: Values, tree: Tree): string[] =>
  LEVELS.map((level) => values[`${tree}_${level}`])
    .filter((value) => value !== undefined)
    .map(String);

/** The levels that are given, from the top. */
export const pathOf = (image: Image, tree: Tree): string[] => levels(image.metadata.clinical, tree);

export const diagnosisOf = (image: Image): string | undefined => pathOf(image, "diagnosis").at(-1);

/** One sentence in place of the picture, from what the metadata says about it. */
export function altText(image: Image): string {
  const { acquisition, clinical } = image.metadata;
  const kind = acquisition.image_type;
  const parts = [
    `${kind ? valueLabel("image_type", kind) : "Skin"} image ${image.isic_id}`,
    diagnosisOf(image),
    pathOf(image, "anatom_site").at(-1),
    clinical.sex,
    clinical.age_approx === undefined ? undefined : `about ${clinical.age_approx} years`,
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

const TREE_LEVEL = /^(diagnosis|anatom_site)_[1-5]$/;

/** A line of the metadata table; `path` is set for the two hierarchies. */
export interface MetadataLine {
  field: string;
  label: string;
  help: string;
  value: string;
  path?: string[];
}

/** All metadata in reading order: the dictionary's fields first, unknown ones after them. */
export function metadataLines(all: Values, order: readonly string[]): MetadataLine[] {
  const names = Object.keys(all).filter((name) => !TREE_LEVEL.test(name));
  const unknown = names.filter((name) => !order.includes(name)).sort();
  return [...order, ...unknown].flatMap((name) => {
    const { label, help, unit } = fieldOf(name);
    if (name === "diagnosis" || name === "anatom_site") {
      const path = levels(all, name);
      return path.length === 0 ? [] : [{ field: name, label, help, value: path.join(" › "), path }];
    }
    const value = all[name];
    if (value === undefined || value === null) return [];
    const text = valueLabel(name, value);
    return [{ field: name, label, help, value: unit ? `${text} ${unit}` : text }];
  });
}
