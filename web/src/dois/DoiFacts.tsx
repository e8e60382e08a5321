import { Link } from "wouter";
import type { Doi } from "../api/doiTypes";
import { count, date, plural } from "../format/format";
import { LICENSES } from "../gallery/licenses";
import { CopyButton } from "../ui/CopyButton";

const CREATORS_SHOWN = 10;

function Creators({ doi }: { doi: Doi }) {
  const more = doi.creators.length - CREATORS_SHOWN;
  return (
    <ul>
      {doi.creators.slice(0, CREATORS_SHOWN).map(({ name, images }) => (
        <li key={name}>
          {name} <span className="muted small number">{plural(images, "image")}</span>
        </li>
      ))}
      {more > 0 ? <li className="muted small">and {count(more)} more</li> : null}
    </ul>
  );
}

function Licences({ doi }: { doi: Doi }) {
  return (
    <ul>
      {doi.licenses.map(({ license, title, url, images }) => (
        <li key={license}>
          {url ? (
            <a href={url} rel="license external">
              {title || license}
            </a>
          ) : (
            title || license
          )}{" "}
          <span className="muted small number">{plural(images, "image")}</span>
          {LICENSES[license] ? <p className="muted small">{LICENSES[license].meaning}</p> : null}
        </li>
      ))}
    </ul>
  );
}

/** Who made the data set, what is in it and on which terms. */
export function DoiFacts({ doi }: { doi: Doi }) {
  const counts: [string, number][] = [
    ["Images", doi.images_count],
    ["Lesions", doi.lesions_count],
    ["Patients", doi.patients_count],
  ];
  return (
    <section className="panel stack" aria-labelledby="facts">
      <h2 id="facts">Data set</h2>
      <dl className="metadata">
        <div>
          <dt>DOI</dt>
          <dd>
            <span className="doi-name">{doi.doi}</span>
            <div className="row">
              <CopyButton text={doi.doi_url} label="Copy address" />
            </div>
          </dd>
        </div>
        <div>
          <dt>{doi.published_at ? "Published" : "Drafted"}</dt>
          <dd>{date(doi.published_at ?? doi.created)}</dd>
        </div>
        <div>
          <dt>Collection</dt>
          <dd>
            <Link href={`/collections/${doi.collection_id}`}>{doi.collection_name}</Link>
          </dd>
        </div>
        {counts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="number">{value > 0 ? count(value) : "–"}</dd>
          </div>
        ))}
        <div>
          <dt>Creators</dt>
          <dd>{doi.creators.length > 0 ? <Creators doi={doi} /> : "–"}</dd>
        </div>
        <div>
          <dt>Licences</dt>
          <dd>{doi.licenses.length > 0 ? <Licences doi={doi} /> : "–"}</dd>
        </div>
      </dl>
    </section>
  );
}
