import { expect, test } from "vitest";
import { parseIds } from "./imageIds";

test("reads any list, once each", () =>
  expect(parseIds('isic_id\nISIC_0000001, isic_0000002;ISIC_0000001\n"ISIC_0000003.jpg"')).toEqual({
    ids: ["ISIC_0000001", "ISIC_0000002", "ISIC_0000003"],
    unreadable: [],
  }));

test("names what it could not read", () =>
  expect(parseIds("ISIC_12 hello ISIC_0000001").unreadable).toEqual(["ISIC_12", "hello"]));
