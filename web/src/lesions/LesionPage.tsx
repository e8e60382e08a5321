import { useState } from "react";
import { Link } from "wouter";
import type { Lesion } from "../api/types";
import { plural } from "../format/format";
import { ImageGrid } from "../gallery/ImageGrid";
import { SelectionBar } from "../gallery/SelectionBar";
import { useLesion } from "../image/LesionStrip";
import { PageHeading } from "../shell/PageHeading";
import { ErrorPage } from "../shell/StatePage";
import { Badge } from "../ui/Badge";
import { PageSkeleton } from "../ui/Skeleton";
import { byTimeAndKind, type Grouping, grouped } from "./order";
import { Pane } from "./Pane";

const GROUPINGS: readonly [Grouping, string][] = [
  ["time", "Time"],
  ["kind", "Kind of image"],
  ["none", "No groups"],
];

function Case({ lesion }: { lesion: Lesion }) {
  const images = byTimeAndKind(lesion.images);
  const days = new Set(images.map(({ metadata }) => metadata.clinical.acquisition_day)).size;
  const [grouping, setGrouping] = useState<Grouping>(days > 1 ? "time" : "kind");
  return (
    <div className="wrap stack">
      <div className="page-head">
        <nav className="crumbs" aria-label="Breadcrumb">
          <ol>
            <li>
              <Link href="/gallery">Gallery</Link>
            </li>
            <li>{lesion.id}</li>
          </ol>
        </nav>
        <div className="row">
          <PageHeading>{`Lesion ${lesion.id}`}</PageHeading>
          {lesion.longitudinally_monitored ? <Badge tone="info">Followed over time</Badge> : null}
        </div>
        <p>
          {plural(lesion.images_count, "image")}.{" "}
          {lesion.outcome_diagnosis
            ? `Outcome: ${lesion.outcome_diagnosis.replaceAll(":", " › ")}.`
            : "No outcome diagnosis given."}
        </p>
      </div>
      {images.length > 1 ? (
        <section className="panes" aria-label="Side by side">
          <Pane name="Left" images={images} start={lesion.index_image_id ?? images[0]?.isic_id} />
          <Pane
            name="Right"
            images={images}
            start={images.findLast(({ isic_id }) => isic_id !== lesion.index_image_id)?.isic_id}
          />
        </section>
      ) : null}
      <div className="row apart">
        <h2>All images</h2>
        <fieldset className="row">
          <legend className="visually-hidden">Group by</legend>
          {GROUPINGS.map(([value, label]) => (
            <label key={value} className="row">
              <input
                type="radio"
                name="grouping"
                checked={grouping === value}
                onChange={() => setGrouping(value)}
              />
              {label}
            </label>
          ))}
        </fieldset>
      </div>
      {grouped(images, grouping).map((group) => (
        <section key={group.title} className="stack" aria-label={group.title}>
          <h3>{group.title}</h3>
          <ImageGrid images={group.images} label={group.title} />
        </section>
      ))}
      <SelectionBar />
    </div>
  );
}

export default function LesionPage({ id }: { id: string }) {
  const lesion = useLesion(id);
  if (lesion.isPending) return <PageSkeleton />;
  if (lesion.isError) return <ErrorPage error={lesion.error} retry={() => void lesion.refetch()} />;
  return <Case lesion={lesion.data} />;
}
