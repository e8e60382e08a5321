import { type DictionaryLicense, licenses } from "virtual:dictionary";

export const LICENSES: Readonly<Record<string, DictionaryLicense>> = Object.fromEntries(
  licenses.map((license) => [license.code, license]),
);
