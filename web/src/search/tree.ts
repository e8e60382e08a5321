import { MISSING } from "./search";

/** A hierarchy as nested names; every name occurs once. */
export interface Taxonomy {
  readonly [name: string]: Taxonomy;
}

export interface TreeNode {
  readonly token: string;
  readonly name: string;
  readonly total: number;
  readonly filtered: number;
  readonly children: readonly TreeNode[];
}

/** Looks up how many images a level's field has with a value. */
export type LevelCount = (level: number, name: string) => number;

/** The part of a taxonomy that occurs in the archive, with counts. */
export function buildTree(
  taxonomy: Taxonomy,
  total: LevelCount,
  filtered: LevelCount,
  level = 1,
): TreeNode[] {
  return Object.entries(taxonomy).flatMap(([name, below]) => {
    const all = total(level, name);
    if (all === 0) return [];
    const children = buildTree(below, total, filtered, level + 1);
    return [
      { token: `${level}:${name}`, name, total: all, filtered: filtered(level, name), children },
    ];
  });
}

export type CheckState = "on" | "some" | "off";

const tokensBelow = (node: TreeNode): string[] =>
  node.children.flatMap((child) => [child.token, ...tokensBelow(child)]);

export function checkState(
  node: TreeNode,
  selection: readonly string[],
  ancestorOn: boolean,
): CheckState {
  if (ancestorOn || selection.includes(node.token)) return "on";
  return tokensBelow(node).some((token) => selection.includes(token)) ? "some" : "off";
}

function pathTo(roots: readonly TreeNode[], token: string): TreeNode[] {
  for (const node of roots) {
    if (node.token === token) return [node];
    const below = pathTo(node.children, token);
    if (below.length > 0) return [node, ...below];
  }
  return [];
}

/** Images coded at the parent only would be lost among its children, so these must cover it. */
const isCovered = (parent: TreeNode): boolean =>
  parent.children.reduce((sum, child) => sum + child.total, 0) >= parent.total;

function check(path: readonly TreeNode[], selection: readonly string[]): string[] {
  const node = path.at(-1);
  if (!node) return [...selection];
  const below = new Set([node.token, ...tokensBelow(node)]);
  const next = [...selection.filter((token) => !below.has(token)), node.token];
  const parent = path.at(-2);
  const complete =
    parent && isCovered(parent) && parent.children.every((child) => next.includes(child.token));
  return complete ? check(path.slice(0, -1), next) : next;
}

/** Taking a part out of a ticked whole ticks its siblings, level by level. */
function uncheck(path: readonly TreeNode[], selection: readonly string[]): string[] {
  const from = path.findIndex((node) => selection.includes(node.token));
  const whole = path[from];
  if (!whole) return [...selection];
  const next = selection.filter((token) => token !== whole.token);
  for (let at = from; at < path.length - 1; at += 1) {
    const kept = path[at]?.children.filter((child) => child !== path[at + 1]) ?? [];
    next.push(...kept.map((child) => child.token));
  }
  return next;
}

/** The selection after the box of one node was clicked; a half-ticked node becomes ticked. */
export function toggleNode(
  roots: readonly TreeNode[],
  selection: readonly string[],
  token: string,
): string[] {
  if (token === MISSING) {
    return selection.includes(MISSING)
      ? selection.filter((other) => other !== MISSING)
      : [...selection, MISSING];
  }
  const path = pathTo(roots, token);
  const on = path.some((node) => selection.includes(node.token));
  return on ? uncheck(path, selection) : check(path, selection);
}
