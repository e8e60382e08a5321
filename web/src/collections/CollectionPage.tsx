import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { Link, useLocation } from "wouter";
import { ApiError } from "../api/client";
import { deleteCollection, fetchCollection } from "../api/collections";
import type { Collection } from "../api/types";
import { CollectionDoi } from "../dois/CollectionDoi";
import { bytes, plural } from "../format/format";
import { DownloadDialog } from "../gallery/DownloadDialog";
import { useImages, useSize } from "../gallery/data";
import { NewImages } from "../gallery/NewImages";
import { ResultList } from "../gallery/ResultList";
import { SelectionBar } from "../gallery/SelectionBar";
import { galleryAddress } from "../search/codec";
import { EMPTY_SEARCH } from "../search/search";
import { useIsStaff, useUser } from "../session/session";
import { PageHeading } from "../shell/PageHeading";
import { ErrorPage } from "../shell/StatePage";
import { ConfirmDialog } from "../ui/ConfirmDialog";
import { Icon } from "../ui/Icon";
import { PageSkeleton } from "../ui/Skeleton";
import { AttributionTable } from "./AttributionTable";
import { CollectionBadges } from "./CollectionBadges";
import { MembersDialog } from "./MembersDialog";
import { ShareDialog } from "./ShareDialog";

type Shown = "add" | "remove" | "share" | "download" | "delete" | null;

function DeleteDialog({ collection, onClose }: { collection: Collection; onClose: () => void }) {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const remove = async () => {
    await deleteCollection(collection.id);
    await client.invalidateQueries({ queryKey: ["collections"] });
    navigate("/collections");
  };
  return (
    <ConfirmDialog
      title="Delete this collection?"
      confirm="Delete"
      keep="Keep it"
      danger
      act={remove}
      onClose={onClose}
    >
      <p>“{collection.name}” will be gone for everybody. Its images stay in the archive.</p>
    </ConfirmDialog>
  );
}

function Contents({ collection }: { collection: Collection }) {
  const [shown, setShown] = useState<Shown>(null);
  const signedIn = Boolean(useUser());
  const staff = useIsStaff();
  const scope = useMemo(() => ({ query: "", collections: [collection.id] }), [collection.id]);
  const result = useImages(scope);
  const size = useSize(scope).data;
  const found = result.data?.pages[0]?.count ?? undefined;
  const close = () => setShown(null);

  return (
    <div className="wrap stack">
      <div className="page-head">
        <nav className="crumbs" aria-label="Breadcrumb">
          <ol>
            <li>
              <Link href="/collections">Collections</Link>
            </li>
            <li>{collection.name}</li>
          </ol>
        </nav>
        <PageHeading>{collection.name}</PageHeading>
        <CollectionBadges collection={collection} />
        {collection.description ? <p className="pre-line">{collection.description}</p> : null}
        <CollectionDoi collection={collection} images={found} />
      </div>
      <div className="row apart toolbar">
        <p role="status" className="summary number">
          {found === undefined ? "" : plural(found, "image")}
          {size ? <span className="muted">, {bytes(size)}</span> : null}
        </p>
        <div className="row">
          {signedIn && !collection.locked ? (
            <>
              <button type="button" className="button small" onClick={() => setShown("add")}>
                <Icon name="plus" /> Add images
              </button>
              <button type="button" className="button small" onClick={() => setShown("remove")}>
                <Icon name="minus" /> Remove
              </button>
              <button type="button" className="button small" onClick={() => setShown("delete")}>
                <Icon name="close" /> Delete
              </button>
            </>
          ) : null}
          {staff && !collection.public ? (
            <button type="button" className="button small" onClick={() => setShown("share")}>
              <Icon name="share" /> Share
            </button>
          ) : null}
          <Link
            className="button small"
            href={galleryAddress({ ...EMPTY_SEARCH, collections: [collection.id] })}
          >
            <Icon name="filter" /> Filter
          </Link>
          <button
            type="button"
            className="button small primary"
            disabled={!found}
            onClick={() => setShown("download")}
          >
            <Icon name="download" /> Download
          </button>
        </div>
      </div>
      {collection.locked && signedIn ? (
        <p className="muted small">Locked: its images can no longer be changed.</p>
      ) : null}
      {found === undefined ? null : <NewImages scope={scope} known={found} />}
      <section className="stack" aria-labelledby="members">
        <h2 id="members" className="visually-hidden">
          Images
        </h2>
        <ResultList
          result={result}
          empty={
            <div className="state">
              <Icon name="missing" />
              <h3>No images here yet</h3>
              <p>Images that were just added appear after a moment.</p>
            </div>
          }
        />
      </section>
      <section className="stack" aria-labelledby="attribution">
        <h2 id="attribution">Attribution</h2>
        <AttributionTable collection={collection.id} />
      </section>
      <SelectionBar />
      {shown === "add" || shown === "remove" ? (
        <MembersDialog collection={collection.id} mode={shown} onClose={close} />
      ) : null}
      {shown === "share" ? <ShareDialog collection={collection.id} onClose={close} /> : null}
      {shown === "delete" ? <DeleteDialog collection={collection} onClose={close} /> : null}
      {shown === "download" && found ? (
        <DownloadDialog scope={scope} found={found} onClose={close} />
      ) : null}
    </div>
  );
}

export default function CollectionPage({ id }: { id: string }) {
  const number = /^\d{1,9}$/.test(id) ? Number(id) : Number.NaN;
  const collection = useQuery({
    queryKey: ["collection", number],
    queryFn: ({ signal }) => fetchCollection(number, signal),
    enabled: !Number.isNaN(number),
  });
  if (Number.isNaN(number)) return <ErrorPage error={new ApiError(404, "")} />;
  if (collection.isPending) return <PageSkeleton />;
  if (collection.isError) {
    return <ErrorPage error={collection.error} retry={() => void collection.refetch()} />;
  }
  return <Contents collection={collection.data} />;
}
