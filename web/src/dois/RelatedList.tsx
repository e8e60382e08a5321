import type { Doi } from "../api/doiTypes";
import { addressOf, relationLabel } from "./related";

/** Publications and data that belong to the data set. */
export function RelatedList({ doi }: { doi: Doi }) {
  if (doi.related_identifiers.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="related">
      <h2 id="related">Related</h2>
      <dl className="metadata">
        {doi.related_identifiers.map((related) => {
          const address = addressOf(related);
          const text = related.related_identifier;
          return (
            <div key={`${related.relation_type} ${text}`}>
              <dt>{relationLabel(related.relation_type)}</dt>
              <dd className="doi-name">
                {address ? (
                  <a href={address} rel="external noreferrer">
                    {text}
                  </a>
                ) : (
                  text
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
