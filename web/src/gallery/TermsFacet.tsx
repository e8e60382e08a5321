import { useState } from "react";
import type { Option } from "../search/counts";
import { MISSING, toggled } from "../search/search";
import { tokenLabel } from "../search/tokenLabel";
import { Counts } from "./Counts";

const SHORT_LIST = 8;

interface TermsFacetProps {
  facet: string;
  options: readonly Option[];
  chosen: readonly string[];
  onChange: (values: readonly string[]) => void;
}

/** Check boxes for the values of a field; values that occur nowhere are not offered. */
export function TermsFacet({ facet, options, chosen, onChange }: TermsFacetProps) {
  const [all, setAll] = useState(false);
  const offered = options.filter(({ token, total }) => total > 0 || chosen.includes(token));
  const shown = all ? offered : offered.slice(0, SHORT_LIST);
  if (offered.length === 0) return <p className="muted small">No image has this yet.</p>;
  return (
    <>
      <ul className="options">
        {shown.map(({ token, filtered, total }) => (
          <li key={token}>
            <label className={filtered === 0 ? "option empty" : "option"}>
              <input
                type="checkbox"
                checked={chosen.includes(token)}
                onChange={() => onChange(toggled(chosen, token))}
              />
              <span className={token === MISSING ? "muted" : ""}>{tokenLabel(facet, token)}</span>
              <Counts filtered={filtered} total={total} />
            </label>
          </li>
        ))}
      </ul>
      {offered.length > SHORT_LIST ? (
        <button type="button" className="button quiet small" onClick={() => setAll(!all)}>
          {all ? "Show fewer" : `Show all ${offered.length}`}
        </button>
      ) : null}
    </>
  );
}
