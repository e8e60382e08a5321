import { Link } from "wouter";
import type { Doi } from "../api/doiTypes";
import { date, plural } from "../format/format";
import { DoiBadges } from "./DoiBadges";

function facts({ images_count, lesions_count, licenses, published_at }: Doi): string {
  return [
    plural(images_count, "image"),
    lesions_count > 0 ? plural(lesions_count, "lesion") : null,
    licenses.map(({ license }) => license).join(", "),
    published_at ? date(published_at) : null,
  ]
    .filter(Boolean)
    .join(" · ");
}

export function DoiItem({ doi }: { doi: Doi }) {
  return (
    <li className="panel collection-item">
      <h3>
        <Link href={`/dois/${doi.slug}`}>{doi.title}</Link>
      </h3>
      {doi.state === "published" ? null : <DoiBadges doi={doi} />}
      {doi.description ? <p className="clamp">{doi.description}</p> : null}
      <p className="small muted number">{facts(doi)}</p>
      <p className="small">
        <span className="muted">DOI</span> <span className="doi-name">{doi.doi}</span>
      </p>
    </li>
  );
}
