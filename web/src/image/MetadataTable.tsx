import { Link } from "wouter";
import type { Image } from "../api/types";
import { FIELD_ORDER } from "../fields/dictionary";
import { type MetadataLine, metadataLines } from "../fields/values";
import { galleryAddress } from "../search/codec";
import { EMPTY_SEARCH, withFacet } from "../search/search";

const FACETED_TREES = new Set(["diagnosis", "anatom_site"]);

/** Each level of a hierarchy leads to the images that share it. */
function Path({ field, path }: { field: string; path: string[] }) {
  return (
    <ol className="path">
      {path.map((name, at) => (
        <li key={name}>
          <Link
            href={galleryAddress(withFacet(EMPTY_SEARCH, field, [`${at + 1}:${name}`]))}
            title={`All images with ${name}`}
          >
            {name}
          </Link>
        </li>
      ))}
    </ol>
  );
}

function Value({ line }: { line: MetadataLine }) {
  if (line.path && FACETED_TREES.has(line.field)) {
    return <Path field={line.field} path={line.path} />;
  }
  if (line.field === "lesion_id") {
    return <Link href={`/lesions/${line.value}`}>{line.value}</Link>;
  }
  if (line.field === "patient_id" || line.field === "rcm_case_id") {
    const search = { ...EMPTY_SEARCH, q: `${line.field}:${line.value}` };
    return <Link href={galleryAddress(search)}>{line.value}</Link>;
  }
  return <>{line.value}</>;
}

/** What is known about an image, with the meaning of each field in plain words. */
export function MetadataTable({ image }: { image: Image }) {
  const { acquisition, clinical } = image.metadata;
  const lines = metadataLines({ ...clinical, ...acquisition }, FIELD_ORDER);
  return (
    <section className="panel stack" aria-labelledby="metadata">
      <h2 id="metadata">Metadata</h2>
      <dl className="metadata">
        {lines.map((line) => (
          <div key={line.field}>
            <dt>{line.label}</dt>
            <dd>
              <Value line={line} />
              {line.help ? (
                <details className="help">
                  <summary>
                    <span aria-hidden="true">?</span>
                    <span className="visually-hidden">What is {line.label}?</span>
                  </summary>
                  <p>{line.help}</p>
                </details>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
