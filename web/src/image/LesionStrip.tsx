import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { here } from "../api/client";
import { fetchLesion } from "../api/images";
import type { Image } from "../api/types";
import { altText } from "../fields/values";
import { byTimeAndKind, momentOf } from "../lesions/order";

export const useLesion = (id: string) =>
  useQuery({ queryKey: ["lesion", id], queryFn: ({ signal }) => fetchLesion(id, signal) });

function Sibling({ image, current }: { image: Image; current: string }) {
  return (
    <li>
      <Link
        href={`/images/${image.isic_id}`}
        aria-current={image.isic_id === current ? "page" : undefined}
      >
        <img
          src={here(image.files.thumbnail_256.url)}
          alt={altText(image)}
          width={112}
          height={112}
          loading="lazy"
        />
        <span className="small">{momentOf(image)}</span>
      </Link>
    </li>
  );
}

/** The other images of the same lesion, in the order of a case. */
export function LesionStrip({ lesion, current }: { lesion: string; current: string }) {
  const { data } = useLesion(lesion);
  if (!data || data.images.length < 2) return null;
  return (
    <section className="stack" aria-labelledby="lesion-strip">
      <div className="row apart">
        <h2 id="lesion-strip">The same lesion</h2>
        <Link href={`/lesions/${lesion}`}>Compare all {data.images.length}</Link>
      </div>
      <ul className="strip">
        {byTimeAndKind(data.images).map((image) => (
          <Sibling key={image.isic_id} image={image} current={current} />
        ))}
      </ul>
    </section>
  );
}
