import { useId, useState } from "react";
import type { Curve, Curves } from "../../api/challengeTypes";
import { score3 } from "./ranking";
import { areaOf, BOX, pathOf, pointsOf, strokeOf, TICKS, x, y } from "./roc";

const FOOT = BOX.top + BOX.size;

function Axes() {
  return (
    <g className="axes">
      {TICKS.map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={BOX.top} y2={FOOT} />
          <line x1={x(0)} x2={x(1)} y1={y(tick)} y2={y(tick)} />
          <text x={x(tick)} y={FOOT + 18} textAnchor="middle">
            {tick.toFixed(1)}
          </text>
          <text x={BOX.left - 8} y={y(tick) + 4} textAnchor="end">
            {tick.toFixed(1)}
          </text>
        </g>
      ))}
      <line className="chance" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
      <text x={x(0.5)} y={BOX.height - 6} textAnchor="middle">
        False positive rate
      </text>
      <text transform={`translate(13 ${y(0.5)}) rotate(-90)`} textAnchor="middle">
        True positive rate
      </text>
    </g>
  );
}

interface LegendProps {
  names: readonly string[];
  curves: Curves;
  hidden: ReadonlySet<string>;
  onToggle: (name: string) => void;
}

function Legend({ names, curves, hidden, onToggle }: LegendProps) {
  return (
    <ul className="roc-legend" aria-label="Curves">
      {names.map((name, at) => {
        const { className, dash } = strokeOf(at);
        const curve = curves[name];
        return (
          <li key={name}>
            <button
              type="button"
              className="button small"
              aria-pressed={!hidden.has(name)}
              onClick={() => onToggle(name)}
            >
              <svg width="34" height="10" viewBox="0 0 34 10" aria-hidden="true" focusable="false">
                <line className={className} x1="1" y1="5" x2="33" y2="5" strokeDasharray={dash} />
              </svg>
              {name}
              <span className="muted number">{curve ? score3(areaOf(curve)) : ""}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function PointTable({ name, curve }: { name: string; curve: Curve }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="table-scroll roc-points" tabIndex={0} aria-label={`Points of ${name}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">Threshold</th>
            <th scope="col">False positive rate</th>
            <th scope="col">True positive rate</th>
          </tr>
        </thead>
        <tbody>
          {pointsOf(curve).map(({ threshold, fpr, tpr }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the points of a curve never move
            <tr key={at} className="number">
              <td>{score3(threshold)}</td>
              <td>{score3(fpr)}</td>
              <td>{score3(tpr)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Points({ names, curves }: { names: readonly string[]; curves: Curves }) {
  const [chosen, setChosen] = useState(names[0] ?? "");
  const curve = curves[chosen];
  return (
    <details className="fold-out">
      <summary>The curves as numbers</summary>
      <div className="stack tight">
        <label className="row">
          <span>Category</span>
          <select
            className="input auto"
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
          >
            {names.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        {curve ? <PointTable name={chosen} curve={curve} /> : null}
      </div>
    </details>
  );
}

interface RocPlotProps {
  curves: Curves;
  categories: readonly string[];
}

/** One curve for each category, told apart by dash as well as by colour. */
export function RocPlot({ curves, categories }: RocPlotProps) {
  const id = useId();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const names = [
    ...categories.filter((name) => name in curves),
    ...Object.keys(curves).filter((name) => !categories.includes(name)),
  ];
  const shown = names.filter((name) => !hidden.has(name));

  function toggle(name: string): void {
    const next = new Set(hidden);
    if (!next.delete(name)) next.add(name);
    setHidden(next);
  }

  if (names.length === 0) return <p className="muted">There are no curves for this submission.</p>;
  return (
    <figure className="roc">
      <figcaption className="muted small">
        One curve for each category, with the area under it. Its button hides it.
      </figcaption>
      <svg
        className="roc-plot"
        viewBox={`0 0 ${BOX.width} ${BOX.height}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
      >
        <title id={`${id}-title`}>ROC curves by category</title>
        <desc id={`${id}-desc`}>
          {`True positive rate over false positive rate. Area under the curve: ${shown
            .map((name) => `${name} ${score3(areaOf(curves[name] as Curve))}`)
            .join(", ")}.`}
        </desc>
        <Axes />
        {names.map((name, at) => {
          const { className, dash } = strokeOf(at);
          const curve = curves[name];
          return curve && !hidden.has(name) ? (
            <path key={name} className={className} d={pathOf(curve)} strokeDasharray={dash} />
          ) : null;
        })}
      </svg>
      <div className="stack tight">
        <Legend names={names} curves={curves} hidden={hidden} onToggle={toggle} />
        <Points names={names} curves={curves} />
      </div>
    </figure>
  );
}
