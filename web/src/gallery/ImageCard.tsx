import type { MouseEvent } from "react";
import { Link } from "wouter";
import { here } from "../api/client";
import type { Image } from "../api/types";
import { altText, diagnosisOf, valueLabel } from "../fields/values";
import { VisibilityBadge } from "../ui/Badge";

interface ImageCardProps {
  image: Image;
  /** Without it the card offers no check box. */
  checked?: boolean | undefined;
  onCheck?: (event: MouseEvent) => void;
}

export function ImageCard({ image, checked, onCheck }: ImageCardProps) {
  const kind = image.metadata.acquisition.image_type;
  return (
    <li className={checked ? "card checked" : "card"}>
      <Link className="card-link" href={`/images/${image.isic_id}`}>
        <img
          src={here(image.files.thumbnail_256.url)}
          alt={altText(image)}
          width={256}
          height={256}
          loading="lazy"
          decoding="async"
        />
      </Link>
      <div className="card-text">
        <span className="card-title">{diagnosisOf(image) ?? "No diagnosis given"}</span>
        <span className="muted">{kind ? valueLabel("image_type", kind) : "Kind not given"}</span>
        <span className="muted number">{image.isic_id}</span>
      </div>
      {image.public ? null : <VisibilityBadge isPublic={false} />}
      {checked === undefined ? null : (
        <label className="card-check">
          <input type="checkbox" checked={checked} readOnly onClick={onCheck} />
          <span className="visually-hidden">Select {image.isic_id}</span>
        </label>
      )}
    </li>
  );
}
