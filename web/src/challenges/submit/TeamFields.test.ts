import { expect, test } from "vitest";
import { addressesIn, inviteProblem } from "./TeamFields";

test("reads addresses as people write lists of them", () =>
  expect(addressesIn(" a@x.org, b@x.org;\nc@x.org ")).toEqual(["a@x.org", "b@x.org", "c@x.org"]));

test("names what is wrong with a list of addresses", () => {
  expect(inviteProblem("")).toBe(undefined);
  expect(inviteProblem("a@x.org bob")).toContain("bob");
  expect(inviteProblem("a@x.de b@x.de c@x.de d@x.de")).toContain("At most 3");
});
