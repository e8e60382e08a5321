import type { Curve } from "../../api/challengeTypes";

/** The drawing in its own units: a square plot with room for axis words at its left and foot. */
export const BOX = { left: 52, top: 12, size: 332, width: 396, height: 396 } as const;

export const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1] as const;

export const x = (fpr: number): number => BOX.left + fpr * BOX.size;
export const y = (tpr: number): number => BOX.top + (1 - tpr) * BOX.size;

const round = (value: number): number => Math.round(value * 100) / 100;

/** The curve as the outline of an SVG path; empty where there is nothing to draw. */
export function pathOf({ fpr, tpr }: Curve): string {
  return fpr
    .map((at, i) => `${i === 0 ? "M" : "L"}${round(x(at))} ${round(y(tpr[i] ?? 0))}`)
    .join("");
}

const COLOURS = 7;
const DASHES = ["none", "8 4", "2 3", "12 3 2 3"] as const;

export interface Stroke {
  readonly className: string;
  readonly dash: string;
}

/** Colour and dash of a curve; neighbours differ in both, and no two of the first 28 are alike. */
export function strokeOf(at: number): Stroke {
  const dash = DASHES[at % DASHES.length] ?? "none";
  return { className: `curve curve-${at % COLOURS}`, dash };
}

export interface Point {
  readonly threshold: number;
  readonly fpr: number;
  readonly tpr: number;
}

/** The points of a curve as lines of a table. */
export const pointsOf = ({ threshold, fpr, tpr }: Curve): Point[] =>
  fpr.map((at, i) => ({ threshold: threshold[i] ?? 0, fpr: at, tpr: tpr[i] ?? 0 }));

/** Area under a curve by trapezoids; null where there is no curve. */
export function areaOf(curve: Curve): number | null {
  const points = pointsOf(curve);
  if (points.length < 2) return null;
  return points.reduce((sum, point, i) => {
    const before = points[i - 1];
    return before ? sum + ((point.fpr - before.fpr) * (point.tpr + before.tpr)) / 2 : sum;
  }, 0);
}
