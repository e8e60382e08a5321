const ID = /^ISIC_\d{7}$/;

export interface ParsedIds {
  readonly ids: string[];
  readonly unreadable: string[];
}

/** Reads numbers of images from any pasted list: lines, commas, semicolons, a column of a CSV. */
export function parseIds(text: string): ParsedIds {
  const words = text
    .split(/[\s,;"']+/)
    .map((word) => word.replace(/\.(jpe?g|png|tiff?)$/i, ""))
    .filter((word) => word !== "" && word.toLowerCase() !== "isic_id");
  const upper = words.map((word) => word.toUpperCase());
  return {
    ids: [...new Set(upper.filter((word) => ID.test(word)))],
    unreadable: words.filter((_, at) => !ID.test(upper[at] ?? "")),
  };
}
