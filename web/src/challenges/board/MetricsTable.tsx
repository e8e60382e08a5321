import type { Score } from "../../api/challengeTypes";
import { METRICS, metricLabel } from "../words";
import { score3 } from "./ranking";

interface MetricsTableProps {
  score: Score;
  categories: readonly string[];
}

function Value({ value }: { value: number | null | undefined }) {
  return (
    <td className="number" title={value === null || value === undefined ? undefined : `${value}`}>
      {score3(value)}
    </td>
  );
}

/** Every measure: the mean over the categories first, then each category. */
export function MetricsTable({ score, categories }: MetricsTableProps) {
  const rows = Object.keys(METRICS).filter((metric) => score.per_category[metric] !== undefined);
  const balanced = score.aggregate.balanced_accuracy;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label="Measures by category">
      <table className="figures-table">
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col">Mean</th>
            {categories.map((category) => (
              <th key={category} scope="col">
                {category}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {balanced === undefined ? null : (
            <tr>
              <th scope="row" title={METRICS.balanced_accuracy?.help}>
                {metricLabel("balanced_accuracy")}
              </th>
              <Value value={balanced} />
              <td colSpan={categories.length} />
            </tr>
          )}
          {rows.map((metric) => (
            <tr key={metric}>
              <th scope="row" title={METRICS[metric]?.help}>
                {metricLabel(metric)}
              </th>
              <Value value={score.macro_average[metric]} />
              {categories.map((category) => (
                <Value key={category} value={score.per_category[metric]?.[category]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
