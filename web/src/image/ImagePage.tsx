import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { here } from "../api/client";
import { fetchImage } from "../api/images";
import type { Image } from "../api/types";
import { altText, diagnosisOf, pathOf } from "../fields/values";
import { bytes } from "../format/format";
import { trail } from "../gallery/trail";
import { PageHeading } from "../shell/PageHeading";
import { ErrorPage } from "../shell/StatePage";
import { VisibilityBadge } from "../ui/Badge";
import { startDownload } from "../ui/download";
import { Icon } from "../ui/Icon";
import { PageSkeleton } from "../ui/Skeleton";
import { Cite } from "./Cite";
import { CuratorPanel } from "./CuratorPanel";
import { LesionStrip } from "./LesionStrip";
import { LicencePanel } from "./LicencePanel";
import { MetadataTable } from "./MetadataTable";
import { Neighbours } from "./Neighbours";
import { ZoomViewer } from "./ZoomViewer";

function Details({ image }: { image: Image }) {
  const { acquisition, clinical } = image.metadata;
  const site = pathOf(image, "anatom_site").at(-1);
  const lesion = clinical.lesion_id;
  return (
    <div className="wrap image-page">
      <div className="page-head">
        <nav className="crumbs" aria-label="Breadcrumb">
          <ol>
            <li>
              <Link href={trail().address}>Gallery</Link>
            </li>
            <li>{image.isic_id}</li>
          </ol>
        </nav>
        <Neighbours id={image.isic_id} />
        <div className="row">
          <PageHeading>{image.isic_id}</PageHeading>
          <VisibilityBadge isPublic={image.public} />
        </div>
        <p className="lead">
          {[diagnosisOf(image) ?? "No diagnosis given", site].filter(Boolean).join(", ")}
        </p>
      </div>
      <div className="image-layout">
        <div className="image-main">
          <ZoomViewer
            address={here(image.files.full.url)}
            thumbnail={here(image.files.thumbnail_256.url)}
            alt={altText(image)}
            width={Number(acquisition.pixels_x)}
            height={Number(acquisition.pixels_y)}
          />
          {lesion === undefined ? null : (
            <LesionStrip lesion={String(lesion)} current={image.isic_id} />
          )}
        </div>
        <div className="image-facts">
          <button
            type="button"
            className="button primary"
            onClick={() => startDownload(here(image.files.full.url))}
          >
            <Icon name="download" /> Download, {bytes(image.files.full.size)}
          </button>
          <MetadataTable image={image} />
          <LicencePanel image={image} />
          <Cite image={image} />
          <CuratorPanel image={image} />
        </div>
      </div>
    </div>
  );
}

export default function ImagePage({ id }: { id: string }) {
  const image = useQuery({
    queryKey: ["image", id],
    queryFn: ({ signal }) => fetchImage(id, signal),
  });
  if (image.isPending) return <PageSkeleton />;
  if (image.isError) return <ErrorPage error={image.error} retry={() => void image.refetch()} />;
  return <Details image={image.data} />;
}
