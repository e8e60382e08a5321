import { expect, test } from "vitest";
import { refusalOf, tenths } from "./progress";

test("tells progress in steps of ten, never past the end", () => {
  expect([0, 0.09, 0.1, 0.57, 1, 1.2].map(tenths)).toEqual([0, 0, 10, 50, 100, 100]);
});

test("refuses an empty file and one of another kind before it is sent", () => {
  expect(refusalOf({ name: "a.csv", size: 0 }, [".csv"])).toBe("The file is empty.");
  expect(refusalOf({ name: "a.xlsx", size: 9 }, [".csv"])).toContain("must end in .csv");
  expect(refusalOf({ name: "A.CSV", size: 9 }, [".csv"])).toBe(null);
  expect(refusalOf({ name: "notes", size: 9 }, [])).toBe(null);
});
