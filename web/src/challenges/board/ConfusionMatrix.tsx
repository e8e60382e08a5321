import type { CSSProperties } from "react";
import type { Score } from "../../api/challengeTypes";
import { count } from "../../format/format";
import { linesOf, shownColumns } from "./confusion";

const percent = (share: number): string => `${Math.round(share * 100)} %`;

interface ConfusionMatrixProps {
  confusion: NonNullable<Score["confusion"]>;
}

/** Truth down, prediction across; the shade is the share of the row, the number says it too. */
export function ConfusionMatrix({ confusion }: ConfusionMatrixProps) {
  const lines = linesOf(confusion);
  const columns = shownColumns(lines);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label="Confusion matrix">
      <table className="confusion">
        <thead>
          <tr>
            <th scope="col">Truth</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            <th scope="col">All</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, total, cells }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {cells
                .filter(({ column }) => columns.includes(column))
                .map(({ column, count: images, share, right }) => (
                  <td
                    key={column}
                    className={right ? "number shaded right" : "number shaded"}
                    style={{ "--share": share } as CSSProperties}
                    title={`${percent(share)} of ${label} called ${column}`}
                  >
                    {count(images)}
                  </td>
                ))}
              <td className="number muted">{count(total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
