import { fields } from "virtual:dictionary";

/** What a metadata field is called, and what it means, for people. */
export interface Field {
  readonly label: string;
  readonly help: string;
  readonly unit?: string;
  readonly value_labels?: Readonly<Record<string, string>>;
}

const byName = new Map<string, Field>(fields.map((field) => [field.name, field]));

/** The order in which metadata is read: what it is, who it is from, how it was made. */
export const FIELD_ORDER: readonly string[] = fields.map(({ name }) => name);

export function fieldOf(name: string): Field {
  return byName.get(name) ?? { label: name.replaceAll("_", " "), help: "" };
}
