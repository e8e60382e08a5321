import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where the platform keeps the data dictionary and the two trees. */
export const DICTIONARY = fileURLToPath(
  new URL("../../platform/dictionary/src/main/resources/org/dermarium/dictionary", import.meta.url),
);

const MODULE = "virtual:dictionary";

/** What of a field the pages need: how it is read from tables stays out of their first download. */
const shown = ({ name, label, help, unit, cell, search, panel, value_labels }) => ({
  name,
  label,
  help,
  unit,
  panel,
  value_labels,
  type: search?.type,
  step: search?.facet?.step,
  tree: cell?.read === "path" || undefined,
});

const told = ({ code, name, meaning, url }) => ({ code, name, meaning, url });

/** Vite plugin: the fields and licences of the data dictionary as the module `virtual:dictionary`. */
export function dictionary() {
  return {
    name: "dictionary",
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load(id) {
      if (id !== `\0${MODULE}`) return undefined;
      const file = `${DICTIONARY}/dictionary.json`;
      this.addWatchFile(file);
      const { fields, licenses } = JSON.parse(readFileSync(file, "utf8"));
      const open = fields.filter((field) => !field.private).map(shown);
      return `export const fields = ${JSON.stringify(open)};
export const licenses = ${JSON.stringify(licenses.map(told))};`;
    },
  };
}
