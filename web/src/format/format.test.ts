import { expect, test } from "vitest";
import { bytes, count, plural } from "./format";

test("groups digits", () => expect(count(10480)).toBe("10,480"));

test("agrees in number", () => {
  expect(plural(1, "image")).toBe("1 image");
  expect(plural(0, "image")).toBe("0 images");
  expect(plural(2, "query", "queries")).toBe("2 queries");
});

test("gives sizes in the largest unit that fits", () => {
  expect(bytes(0)).toBe("0 bytes");
  expect(bytes(1)).toBe("1 byte");
  expect(bytes(999)).toBe("999 bytes");
  expect(bytes(1000)).toBe("1 kB");
  expect(bytes(999_700)).toBe("1 MB");
  expect(bytes(1_234_567)).toBe("1.23 MB");
  expect(bytes(58_900_000_000)).toBe("58.9 GB");
});
