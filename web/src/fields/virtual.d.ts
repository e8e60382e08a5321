/** The fields of the data dictionary that people may see, in reading order, and its licences (scripts/dictionary.mjs). */
declare module "virtual:dictionary" {
  interface DictionaryField {
    readonly name: string;
    readonly label: string;
    readonly help: string;
    readonly unit?: string;
    /** Where the gallery offers its facet. */
    readonly panel?: { readonly group: string; readonly place?: number };
    readonly value_labels?: Readonly<Record<string, string>>;
    readonly type?: "text" | "number" | "boolean";
    /** Width of a bucket of a number. */
    readonly step?: number;
    readonly tree?: boolean;
  }
  export const fields: readonly DictionaryField[];

  interface DictionaryLicense {
    readonly code: string;
    readonly name: string;
    readonly meaning: string;
    readonly url: string;
  }
  /** From the most permissive on. */
  export const licenses: readonly DictionaryLicense[];
}
