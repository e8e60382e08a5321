import { expect, test } from "vitest";
import { buildTree, checkState, type Taxonomy, toggleNode } from "./tree";

const taxonomy: Taxonomy = {
  Benign: { Cysts: {}, Nevi: { Blue: {}, Spitz: {} } },
  Malignant: { Melanoma: {}, Carcinoma: {} },
  Indeterminate: {},
};
const totals: Record<string, number> = {
  Benign: 10,
  Cysts: 4,
  Nevi: 6,
  Blue: 2,
  Spitz: 4,
  Malignant: 9,
  Melanoma: 3,
  Carcinoma: 4,
};
const tree = buildTree(
  taxonomy,
  (_, name) => totals[name] ?? 0,
  () => 0,
);

test("draws only what occurs", () =>
  expect(tree.map((node) => node.name)).toEqual(["Benign", "Malignant"]));

test("replaces ticked children by their parent", () =>
  expect(toggleNode(tree, ["3:Blue", "2:Cysts"], "1:Benign")).toEqual(["1:Benign"]));

test("ticks the parent with its last child, up to the top", () =>
  expect(toggleNode(tree, ["3:Blue", "2:Cysts"], "3:Spitz")).toEqual(["1:Benign"]));

test("does not tick a parent that has images of its own", () =>
  expect(toggleNode(tree, ["2:Melanoma"], "2:Carcinoma")).toEqual(["2:Melanoma", "2:Carcinoma"]));

test("ticks the siblings when one child of a ticked parent is taken out", () =>
  expect(toggleNode(tree, ["1:Benign"], "3:Blue")).toEqual(["2:Cysts", "3:Spitz"]));

test("unticks what was ticked", () =>
  expect(toggleNode(tree, ["2:Melanoma"], "2:Melanoma")).toEqual([]));

test("shows a parent as partly ticked", () => {
  const benign = tree[0];
  if (!benign) throw new Error("no tree");
  expect(checkState(benign, ["3:Blue"], false)).toBe("some");
  expect(checkState(benign, [], false)).toBe("off");
  expect(checkState(benign, [], true)).toBe("on");
});
