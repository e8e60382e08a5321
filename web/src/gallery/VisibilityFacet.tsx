import { toggled } from "../search/search";
import { tokenLabel } from "../search/tokenLabel";

interface VisibilityFacetProps {
  chosen: readonly string[];
  onChange: (values: readonly string[]) => void;
}

/** For people who may see embargoed images; the archive gives no counts for it. */
export function VisibilityFacet({ chosen, onChange }: VisibilityFacetProps) {
  return (
    <ul className="options">
      {["true", "false"].map((token) => (
        <li key={token}>
          <label className="option">
            <input
              type="checkbox"
              checked={chosen.includes(token)}
              onChange={() => onChange(toggled(chosen, token))}
            />
            <span>{tokenLabel("public", token)}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}
