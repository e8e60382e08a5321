import { type ReactNode, useState } from "react";
import { fieldOf } from "../fields/dictionary";

interface FacetSectionProps {
  facet: string;
  chosen: number;
  /** Open from the start even without a choice. */
  open?: boolean;
  children: ReactNode;
}

/** A facet that folds; it starts open when something in it is chosen. */
export function FacetSection({ facet, chosen, open = false, children }: FacetSectionProps) {
  const { label, help } = fieldOf(facet);
  const [unfolded, setUnfolded] = useState(open || chosen > 0);
  return (
    <details
      className="facet"
      open={unfolded}
      onToggle={(event) => setUnfolded(event.currentTarget.open)}
    >
      <summary>
        <span>{label}</span>
        {chosen > 0 ? <span className="badge info">{chosen} chosen</span> : null}
      </summary>
      {unfolded ? (
        <fieldset>
          <legend className="visually-hidden">{label}</legend>
          {help ? <p className="facet-help">{help}</p> : null}
          {children}
        </fieldset>
      ) : null}
    </details>
  );
}
