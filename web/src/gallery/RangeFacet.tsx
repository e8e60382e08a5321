import { useId } from "react";
import { fieldOf } from "../fields/dictionary";
import type { Option } from "../search/counts";
import { mergeRanges, parseRange, rangeLabel, rangeToken } from "../search/ranges";
import { MISSING } from "../search/search";
import { Counts } from "./Counts";

interface RangeFacetProps {
  facet: string;
  options: readonly Option[];
  chosen: readonly string[];
  onChange: (values: readonly string[]) => void;
}

/** A histogram whose bars can be clicked, with two lists that do the same by keyboard. */
export function RangeFacet({ facet, options, chosen, onChange }: RangeFacetProps) {
  const id = useId();
  const { unit = "" } = fieldOf(facet);
  const buckets = options.filter(({ token }) => token !== MISSING);
  const missing = options.find(({ token }) => token === MISSING);
  const tallest = Math.max(1, ...buckets.map(({ total }) => total));
  const kept = chosen.filter((token) => token === MISSING);
  const ranges = mergeRanges(chosen.filter((token) => token !== MISSING));

  const isOn = (token: string): boolean => {
    const { from, to } = parseRange(token);
    return ranges.some(
      (range) => range.from <= from && (range.to === null || (to !== null && to <= range.to)),
    );
  };

  function toggleBucket(token: string): void {
    const on = buckets.map((bucket) => bucket.token).filter(isOn);
    const next = on.includes(token) ? on.filter((other) => other !== token) : [...on, token];
    onChange([...mergeRanges(next).map(rangeToken), ...kept]);
  }

  const bounds = buckets.map(({ token }) => parseRange(token));
  const from = ranges[0]?.from;
  const to = ranges.length > 0 ? (ranges.at(-1)?.to ?? null) : undefined;

  function setBounds(low: number | undefined, high: number | null | undefined): void {
    if (low === undefined && high === undefined) {
      onChange(kept);
      return;
    }
    const start = low ?? bounds[0]?.from ?? 0;
    const end = high === undefined ? (bounds.at(-1)?.to ?? null) : high;
    if (end !== null && end <= start) return;
    onChange([rangeToken({ from: start, to: end }), ...kept]);
  }

  return (
    <div className="histogram">
      <div className="bars" aria-hidden="true">
        {buckets.map(({ token, filtered, total }) => (
          <button
            key={token}
            type="button"
            tabIndex={-1}
            className={isOn(token) ? "bar on" : "bar"}
            title={`${rangeLabel(facet, parseRange(token), unit)}: ${filtered} / ${total}`}
            onClick={() => toggleBucket(token)}
          >
            <span className="bar-total" style={{ blockSize: `${(total / tallest) * 100}%` }} />
            <span className="bar-found" style={{ blockSize: `${(filtered / tallest) * 100}%` }} />
          </button>
        ))}
      </div>
      <div className="axis number" aria-hidden="true">
        <span>{bounds[0]?.from}</span>
        <span>{unit}</span>
        <span>{bounds.at(-1)?.from}+</span>
      </div>
      <div className="bounds">
        <label htmlFor={`${id}-from`}>From</label>
        <select
          id={`${id}-from`}
          className="input"
          value={from ?? ""}
          onChange={(event) =>
            setBounds(event.target.value === "" ? undefined : Number(event.target.value), to)
          }
        >
          <option value="">any</option>
          {bounds
            .filter((bound) => to === undefined || to === null || bound.from < to)
            .map((bound) => (
              <option key={bound.from}>{bound.from}</option>
            ))}
        </select>
        <label htmlFor={`${id}-to`}>to under</label>
        <select
          id={`${id}-to`}
          className="input"
          value={to === undefined ? "" : (to ?? "*")}
          onChange={(event) => {
            const { value } = event.target;
            setBounds(from, value === "" ? undefined : value === "*" ? null : Number(value));
          }}
        >
          <option value="">any</option>
          {bounds
            .filter((bound) => from === undefined || bound.to === null || bound.to > from)
            .map((bound) => (
              <option key={bound.to ?? "*"} value={bound.to ?? "*"}>
                {bound.to ?? "no limit"}
              </option>
            ))}
        </select>
      </div>
      {missing && (missing.total > 0 || kept.length > 0) ? (
        <label className={missing.filtered === 0 ? "option empty" : "option"}>
          <input
            type="checkbox"
            checked={kept.length > 0}
            onChange={() =>
              onChange(kept.length > 0 ? ranges.map(rangeToken) : [...chosen, MISSING])
            }
          />
          <span className="muted">Not given</span>
          <Counts filtered={missing.filtered} total={missing.total} />
        </label>
      ) : null}
    </div>
  );
}
