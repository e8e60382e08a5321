import type { TableProblem } from "../api/challengeTypes";
import { count, plural } from "../format/format";
import { grouped, type ProblemGroup, rowWords } from "./problems";

const CELL = /^\s*$/;

/** A value as it stands in the file; blanks would not be seen. */
function Value({ value }: { value: string | null }) {
  if (value === null) return <span className="muted">–</span>;
  return CELL.test(value) ? <span className="muted">(empty)</span> : <code>{value}</code>;
}

function Places({ group }: { group: ProblemGroup }) {
  if (group.lines.length === 0) return null;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label={`Places: ${group.message}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">Column</th>
              <th scope="col">Value</th>
            </tr>
          </thead>
          <tbody>
            {group.lines.map(({ key, row, column, value }) => (
              <tr key={key}>
                <td className="number">{rowWords(row)}</td>
                <td>{column ? <code>{column}</code> : <span className="muted">–</span>}</td>
                <td>
                  <Value value={value} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {group.more > 0 ? (
        <p className="muted small number">and {count(group.more)} more places like these</p>
      ) : null}
    </>
  );
}

/** Every problem of a file: what, where, and what to do. Rows count the header as 1. */
export function ProblemList({ problems }: { problems: readonly TableProblem[] }) {
  return (
    <ol className="problem-groups">
      {grouped(problems).map((group) => (
        <li key={group.code} className="stack tight">
          <p className="row">
            <strong>{group.message}</strong>
            {group.count > 1 ? (
              <span className="muted small number">{plural(group.count, "place")}</span>
            ) : null}
          </p>
          {group.advice ? <p>{group.advice}</p> : null}
          <Places group={group} />
        </li>
      ))}
    </ol>
  );
}
