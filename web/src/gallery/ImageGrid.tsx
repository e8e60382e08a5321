import { type KeyboardEvent, type MouseEvent, useRef } from "react";
import type { Image } from "../api/types";
import { Skeleton } from "../ui/Skeleton";
import { ImageCard } from "./ImageCard";
import { select, useSelection } from "./selection";

interface ImageGridProps {
  images: readonly Image[];
  label: string;
  busy?: boolean;
  selectable?: boolean;
}

function columnsOf(links: readonly HTMLElement[]): number {
  const top = links[0]?.getBoundingClientRect().top;
  const second = links.findIndex((link) => link.getBoundingClientRect().top !== top);
  return second === -1 ? links.length : second;
}

/** Arrow keys, Home and End move between the pictures; Tab and Enter work as everywhere. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>(".card-link")];
  const at = links.indexOf(document.activeElement as HTMLElement);
  if (at === -1) return;
  const columns = columnsOf(links);
  const target: Record<string, number> = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + columns,
    ArrowUp: at - columns,
    Home: 0,
    End: links.length - 1,
  };
  const next = target[event.key];
  if (next === undefined) return;
  event.preventDefault();
  links[next]?.focus();
}

export function ImageGrid({ images, label, busy = false, selectable = true }: ImageGridProps) {
  const selection = useSelection();
  const last = useRef<number | null>(null);

  function onCheck(event: MouseEvent, at: number): void {
    const image = images[at];
    if (!image) return;
    const on = !selection.has(image.isic_id);
    const from = event.shiftKey && last.current !== null ? last.current : at;
    const range = images.slice(Math.min(from, at), Math.max(from, at) + 1);
    select(
      range.map(({ isic_id }) => isic_id),
      on,
    );
    last.current = at;
  }

  return (
    <ul className="grid" aria-label={label} aria-busy={busy} onKeyDown={moveFocus}>
      {images.map((image, at) => (
        <ImageCard
          key={image.isic_id}
          image={image}
          checked={selectable ? selection.has(image.isic_id) : undefined}
          onCheck={(event) => onCheck(event, at)}
        />
      ))}
    </ul>
  );
}

const PLACEHOLDERS = Array.from({ length: 18 }, (_, at) => `placeholder-${at}`);

export function GridSkeleton() {
  return (
    <div className="grid" role="status">
      <span className="visually-hidden">Loading images</span>
      {PLACEHOLDERS.map((key) => (
        <Skeleton key={key} height="11.5rem" />
      ))}
    </div>
  );
}
