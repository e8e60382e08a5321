import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { here } from "../api/client";
import { approveDoi } from "../api/dois";
import type { Doi } from "../api/doiTypes";
import { PageHeading } from "../shell/PageHeading";
import { ErrorPage } from "../shell/StatePage";
import { Crumbs } from "../ui/Crumbs";
import { Icon } from "../ui/Icon";
import { Notice } from "../ui/Notice";
import { PageSkeleton } from "../ui/Skeleton";
import { Citations } from "./Citations";
import { DiscardDialog } from "./DiscardDialog";
import { DoiBadges } from "./DoiBadges";
import { DoiFacts } from "./DoiFacts";
import { useDoi } from "./data";
import { EditDoiDialog } from "./EditDoiDialog";
import { FilesTable } from "./FilesTable";
import { PublishDialog } from "./PublishDialog";
import { PublishSteps } from "./PublishSteps";
import { RelatedList } from "./RelatedList";

type Shown = "edit" | "publish" | "discard" | null;

function ApproveButton({ doi }: { doi: Doi }) {
  const client = useQueryClient();
  const approve = useMutation({
    mutationFn: () => approveDoi(doi.slug),
    onSuccess: () => client.invalidateQueries({ queryKey: ["doi", doi.slug] }),
  });
  return (
    <>
      <button
        type="button"
        className="button small"
        disabled={approve.isPending}
        onClick={() => approve.mutate()}
      >
        <Icon name="check" /> Approve
      </button>
      {approve.isError ? <Notice tone="bad">{approve.error.message}</Notice> : null}
    </>
  );
}

function Actions({ doi, onShow }: { doi: Doi; onShow: (shown: Shown) => void }) {
  const { may } = doi;
  const waits = doi.state === "draft" && may.edit && !may.publish;
  return (
    <div className="row">
      {may.edit ? (
        <button type="button" className="button small" onClick={() => onShow("edit")}>
          Edit
        </button>
      ) : null}
      {may.approve && !doi.approved ? <ApproveButton doi={doi} /> : null}
      {may.discard ? (
        <button type="button" className="button small" onClick={() => onShow("discard")}>
          <Icon name="close" /> Discard
        </button>
      ) : null}
      {doi.state === "draft" && (may.publish || waits) ? (
        <button
          type="button"
          className="button small primary"
          disabled={!may.publish}
          onClick={() => onShow("publish")}
        >
          Publish
        </button>
      ) : null}
      {waits ? (
        <span className="muted small">Staff must approve it before it can be published.</span>
      ) : null}
      {doi.state === "published" ? (
        <a className="button small" href={here(doi.page_url)}>
          Public page
        </a>
      ) : null}
    </div>
  );
}

/** What changes elsewhere when publishing ends: lists and the collection are asked for anew. */
function useNewsOfPublishing({ state, collection_id }: Doi): boolean {
  const client = useQueryClient();
  const before = useRef(state);
  const [justPublished, setJustPublished] = useState(false);
  useEffect(() => {
    if (before.current !== "published" && state === "published") {
      setJustPublished(true);
      void client.invalidateQueries({ queryKey: ["dois"] });
      void client.invalidateQueries({ queryKey: ["collections"] });
      void client.invalidateQueries({ queryKey: ["collection", collection_id] });
    }
    before.current = state;
  }, [client, state, collection_id]);
  return justPublished;
}

function Contents({ doi }: { doi: Doi }) {
  const [shown, setShown] = useState<Shown>(null);
  const justPublished = useNewsOfPublishing(doi);
  const close = () => setShown(null);
  return (
    <div className="wrap stack wide-gap">
      <div className="page-head">
        <Crumbs above={[["/dois", "DOIs"]]} here={doi.title} />
        <PageHeading>{doi.title}</PageHeading>
        <DoiBadges doi={doi} />
        <Actions doi={doi} onShow={setShown} />
      </div>
      {doi.state === "draft" ? (
        <Notice tone="warn">
          <span>
            A draft, seen only by you and staff. The DOI is reserved, but not registered: it cannot
            be found or cited yet.
          </span>
        </Notice>
      ) : null}
      {doi.state === "draft" && doi.progress?.problem ? (
        <Notice tone="bad">
          <span>
            <strong>It was not published:</strong> {doi.progress.problem} It can be edited,
            published again or discarded.
          </span>
        </Notice>
      ) : null}
      {justPublished ? (
        <Notice tone="ok">
          <span>
            Published. <a href={here(doi.page_url)}>Open the public page</a>
          </span>
        </Notice>
      ) : null}
      <div className="image-layout">
        <div className="image-main">
          {doi.state === "publishing" && doi.progress ? (
            <PublishSteps progress={doi.progress} />
          ) : null}
          <section className="stack" aria-labelledby="about">
            <h2 id="about">Description</h2>
            <p className="pre-line">{doi.description || "None yet."}</p>
          </section>
          <FilesTable doi={doi} />
          <RelatedList doi={doi} />
        </div>
        <div className="image-facts">
          <DoiFacts doi={doi} />
          {doi.state === "published" ? <Citations doi={doi} /> : null}
        </div>
      </div>
      {shown === "edit" ? <EditDoiDialog doi={doi} onClose={close} /> : null}
      {shown === "publish" ? <PublishDialog doi={doi} onClose={close} /> : null}
      {shown === "discard" ? <DiscardDialog doi={doi} onClose={close} /> : null}
    </div>
  );
}

export default function DoiPage({ slug }: { slug: string }) {
  const doi = useDoi(slug);
  if (doi.data) return <Contents doi={doi.data} />;
  if (doi.isError) return <ErrorPage error={doi.error} retry={() => void doi.refetch()} />;
  return <PageSkeleton />;
}
