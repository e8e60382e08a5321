import { useState } from "react";
import { here } from "../api/client";
import type { Image } from "../api/types";
import { altText } from "../fields/values";
import { ZoomViewer } from "../image/ZoomViewer";
import { momentOf } from "./order";

interface PaneProps {
  name: string;
  images: readonly Image[];
  start: string | undefined;
}

/** One half of a comparison: any image of the lesion, to zoom on its own. */
export function Pane({ name, images, start }: PaneProps) {
  const [shown, setShown] = useState(start);
  const image = images.find(({ isic_id }) => isic_id === shown) ?? images[0];
  if (!image) return null;
  const { acquisition } = image.metadata;
  return (
    <div className="pane stack">
      <label className="field">
        <span className="visually-hidden">{name} image</span>
        <select
          className="input"
          value={image.isic_id}
          onChange={(event) => setShown(event.target.value)}
        >
          {images.map((other) => (
            <option key={other.isic_id} value={other.isic_id}>
              {momentOf(other)} – {other.isic_id}
            </option>
          ))}
        </select>
      </label>
      <ZoomViewer
        key={image.isic_id}
        address={here(image.files.full.url)}
        thumbnail={here(image.files.thumbnail_256.url)}
        alt={altText(image)}
        width={Number(acquisition.pixels_x)}
        height={Number(acquisition.pixels_y)}
      />
    </div>
  );
}
