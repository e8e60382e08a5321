import { Link } from "wouter";
import { here } from "../api/client";
import type { Image } from "../api/types";
import { fieldOf } from "../fields/dictionary";
import { altText, diagnosisOf, pathOf, valueLabel } from "../fields/values";
import { Badge } from "../ui/Badge";

const COLUMNS = ["sex", "age_approx", "image_type"] as const;

function cell(image: Image, field: string): string {
  const value = image.metadata.clinical[field] ?? image.metadata.acquisition[field];
  return value === undefined ? "–" : valueLabel(field, value);
}

/** The same images as lines, for reading rather than looking. */
export function ImageTable({ images }: { images: readonly Image[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll" aria-label="Images as a table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Image</th>
            <th scope="col">Diagnosis</th>
            <th scope="col">Body site</th>
            {COLUMNS.map((field) => (
              <th key={field} scope="col">
                {fieldOf(field).label}
              </th>
            ))}
            <th scope="col">Licence</th>
          </tr>
        </thead>
        <tbody>
          {images.map((image) => (
            <tr key={image.isic_id}>
              <th scope="row">
                <Link className="thumb-link" href={`/images/${image.isic_id}`}>
                  <img
                    src={here(image.files.thumbnail_256.url)}
                    alt={altText(image)}
                    width={48}
                    height={48}
                    loading="lazy"
                  />
                  {image.isic_id}
                </Link>
                {image.public ? null : <Badge tone="warn">Embargoed</Badge>}
              </th>
              <td>{diagnosisOf(image) ?? "–"}</td>
              <td>{pathOf(image, "anatom_site").at(-1) ?? "–"}</td>
              {COLUMNS.map((field) => (
                <td key={field}>{cell(image, field)}</td>
              ))}
              <td>{image.copyright_license}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
