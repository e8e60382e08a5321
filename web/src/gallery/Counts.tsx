import { count } from "../format/format";

/** "filtered / total", or only one of them when they are the same. */
export function Counts({ filtered, total }: { filtered: number; total: number }) {
  return (
    <span className="counts number">
      {filtered === total ? count(total) : `${count(filtered)} / ${count(total)}`}
    </span>
  );
}
