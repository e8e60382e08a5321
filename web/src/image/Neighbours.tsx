import { Link } from "wouter";
import { neighboursOf, trail } from "../gallery/trail";
import { Icon } from "../ui/Icon";

/** The images before and after this one in the list it was opened from. */
export function Neighbours({ id }: { id: string }) {
  const { previous, next } = neighboursOf(trail().ids, id);
  if (!previous && !next) return null;
  return (
    <nav className="neighbours row" aria-label="Neighbours in the list">
      {previous ? (
        <Link className="button small back" href={`/images/${previous}`} rel="prev">
          <Icon name="chevron" /> Previous
        </Link>
      ) : null}
      {next ? (
        <Link className="button small" href={`/images/${next}`} rel="next">
          Next <Icon name="chevron" />
        </Link>
      ) : null}
    </nav>
  );
}
