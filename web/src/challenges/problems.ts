import type { Place, TableProblem } from "../api/challengeTypes";

/** What a participant can do about a kind of problem. */
const ADVICE: Readonly<Record<string, string>> = {
  not_utf8: "Save the file as CSV with UTF-8 encoding. Spreadsheets offer it as “CSV UTF-8”.",
  no_lines:
    "The file needs a header line and one line for each image, with line ends between them.",
  not_csv: "Separate the cells by commas, and put text that holds a comma in double quotes.",
  too_large:
    "Look for a quotation mark that is not closed, or for columns and rows that do not belong.",
  no_id_column:
    "Name the column of the images “image”, or “lesion_id” where the task is about lesions.",
  duplicate_ids: "Keep one row for each image and take the others out.",
  missing_columns: "Add these columns. The names of the categories must match, capitals too.",
  extra_columns: "Take these columns out; only the image and the categories belong in the file.",
  missing_values: "Give every image a value in every category. Where you have none, 0 will do.",
  not_numbers:
    "Write numbers with a decimal point, such as 0.5 or 1.0, without a sign for per cent.",
  out_of_range: "Scale the values to between 0.0 and 1.0.",
  missing_images: "Add a row for each of these images. Every image of the task must be predicted.",
  extra_images: "Take out the rows of images that do not belong to the task.",
  faulty_truth: "Mend the ground truth and upload it again.",
};

export const adviceFor = (code: string): string | undefined => ADVICE[code.toLowerCase()];

export interface ProblemLine extends Place {
  readonly key: string;
}

export interface ProblemGroup {
  readonly code: string;
  readonly message: string;
  readonly advice: string | undefined;
  readonly count: number;
  readonly lines: readonly ProblemLine[];
  /** Places that the answer does not name. */
  readonly more: number;
}

/** The message without the list of examples that the table below shows anyway. */
function lead({ message, places }: TableProblem): string {
  const at = message.indexOf(": [");
  return places.length > 0 && at > 0 ? message.slice(0, at) : message;
}

/** Problems of one kind together, in the order in which they came. */
export function grouped(problems: readonly TableProblem[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const problem of problems) {
    const before = groups.get(problem.code);
    const from = before?.lines.length ?? 0;
    const lines = problem.places.map((place, at) => ({ ...place, key: `${from + at}` }));
    const count = Math.max(problem.count, lines.length);
    groups.set(problem.code, {
      code: problem.code,
      message: before ? `${before.message} ${lead(problem)}` : lead(problem),
      advice: adviceFor(problem.code),
      count: (before?.count ?? 0) + count,
      lines: [...(before?.lines ?? []), ...lines],
      more: 0,
    });
  }
  return [...groups.values()].map((group) => ({
    ...group,
    more: group.lines.length > 0 ? Math.max(0, group.count - group.lines.length) : 0,
  }));
}

/** How many things are wrong in all. */
export const countOf = (groups: readonly ProblemGroup[]): number =>
  groups.reduce((sum, { count }) => sum + count, 0);

/** Where in the file: its line, or that it is absent. */
export const rowWords = (row: number): string => (row > 0 ? String(row) : "absent");
