import { expect, test } from "vitest";
import type { TableProblem } from "../api/challengeTypes";
import { adviceFor, countOf, grouped, rowWords } from "./problems";

const problem = (change: Partial<TableProblem>): TableProblem => ({
  code: "MISSING_IMAGES",
  message: "Missing images in CSV: ['ISIC_1', 'ISIC_2'].",
  count: 2,
  places: [],
  ...change,
});
const place = (row: number, value: string) => ({ row, column: "MEL", value });

test("shows the examples once, in the table", () => {
  const [group] = grouped([problem({ places: [place(0, "ISIC_1"), place(0, "ISIC_2")] })]);
  expect(group?.message).toBe("Missing images in CSV");
  expect(group?.lines).toHaveLength(2);
  expect(group?.more).toBe(0);
});

test("keeps a message that has no table", () => {
  expect(
    grouped([problem({ code: "NO_LINES", message: "No newlines.", count: 1 })])[0],
  ).toMatchObject({ message: "No newlines.", more: 0, count: 1 });
});

test("says how many places are not named", () => {
  const places = [place(2, "1,5"), place(3, "2")];
  expect(grouped([problem({ code: "OUT_OF_RANGE", count: 8000, places })])[0]?.more).toBe(7998);
});

test("puts problems of one kind together, in the order in which they came", () => {
  const groups = grouped([
    problem({ code: "FAULTY_TRUTH", message: "A.", count: 1 }),
    problem({ code: "EXTRA_COLUMNS", message: "B.", count: 3 }),
    problem({ code: "FAULTY_TRUTH", message: "C.", count: 1 }),
  ]);
  expect(groups.map(({ code, message }) => `${code} ${message}`)).toEqual([
    "FAULTY_TRUTH A. C.",
    "EXTRA_COLUMNS B.",
  ]);
  expect(countOf(groups)).toBe(5);
});

test("knows what to do about every kind, however it is spelled", () => {
  expect(adviceFor("NOT_UTF8")).toContain("UTF-8");
  expect(adviceFor("not_utf8")).toBe(adviceFor("NOT_UTF8"));
  expect(adviceFor("SOMETHING_NEW")).toBe(undefined);
});

test("has a word for a row that is not there", () => {
  expect(rowWords(0)).toBe("absent");
  expect(rowWords(17)).toBe("17");
});
