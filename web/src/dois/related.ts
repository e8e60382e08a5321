import type { RelatedIdentifier } from "../api/doiTypes";

/** The relations that a data set here can name, in the words of the page. */
export const RELATIONS: readonly (readonly [string, string])[] = [
  ["IsDescribedBy", "Described by"],
  ["IsSupplementedBy", "Supplemented by"],
  ["IsReferencedBy", "Referenced by"],
  ["IsSupplementTo", "Supplement to"],
  ["IsNewVersionOf", "New version of"],
  ["IsPreviousVersionOf", "Previous version of"],
  ["IsVersionOf", "Version of"],
  ["HasVersion", "Has the version"],
  ["IsPartOf", "Part of"],
  ["HasPart", "Has the part"],
  ["IsDerivedFrom", "Derived from"],
  ["IsSourceOf", "Source of"],
  ["HasMetadata", "Has the metadata"],
];

export const relationLabel = (type: string): string =>
  RELATIONS.find(([name]) => name === type)?.[1] ?? type.replace(/([a-z])([A-Z])/g, "$1 $2");

export const NEW_RELATED: RelatedIdentifier = {
  relation_type: "IsReferencedBy",
  related_identifier_type: "DOI",
  related_identifier: "",
};

const DOI = /^10\.\d{4,9}(\.\d+)*\/[!-~]+$/;

function isWebAddress(text: string): boolean {
  try {
    return ["http:", "https:"].includes(new URL(text).protocol);
  } catch {
    return false;
  }
}

/** Takes off what people paste around a DOI. */
export function tidy(related: RelatedIdentifier): RelatedIdentifier {
  const text = related.related_identifier.trim();
  const bare = text.replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, "");
  return {
    ...related,
    related_identifier: related.related_identifier_type === "DOI" ? bare : text,
  };
}

/** What is wrong with one line of a list; undefined when nothing is. */
export function problemOf(list: readonly RelatedIdentifier[], at: number): string | undefined {
  const line = list[at];
  if (!line) return undefined;
  const { relation_type, related_identifier_type, related_identifier: text } = tidy(line);
  const same = list.findIndex((other) => other.relation_type === relation_type);
  if (relation_type === "IsDescribedBy" && same < at) {
    return "Only one publication can describe a data set.";
  }
  if (text === "") return undefined;
  const twin = list.findIndex(
    (other) =>
      other.relation_type === relation_type &&
      tidy(other).related_identifier.toLowerCase() === text.toLowerCase(),
  );
  if (twin < at) return "It is in the list already.";
  if (related_identifier_type === "DOI" && !DOI.test(text)) return "A DOI looks like 10.1234/name.";
  if (related_identifier_type === "URL" && !isWebAddress(text)) {
    return "A web address begins with https://.";
  }
  return undefined;
}

export const isComplete = (list: readonly RelatedIdentifier[]): boolean =>
  list.every((line, at) => line.related_identifier.trim() !== "" && !problemOf(list, at));

/** Where a related identifier leads; null where it is no address a browser should follow. */
export function addressOf(related: RelatedIdentifier): string | null {
  const { related_identifier_type, related_identifier: text } = tidy(related);
  if (related_identifier_type === "DOI") return `https://doi.org/${text}`;
  return isWebAddress(text) ? text : null;
}
