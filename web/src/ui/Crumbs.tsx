import { Link } from "wouter";

/** Where a page stands: links from the top down, and the page itself. */
export function Crumbs({ above, here }: { above: readonly [string, string][]; here: string }) {
  return (
    <nav className="crumbs" aria-label="Breadcrumb">
      <ol>
        {above.map(([href, label]) => (
          <li key={href}>
            <Link href={href}>{label}</Link>
          </li>
        ))}
        <li>{here}</li>
      </ol>
    </nav>
  );
}
