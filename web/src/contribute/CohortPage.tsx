import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "wouter";
import { ApiError } from "../api/client";
import { fetchCohort } from "../api/ingest";
import type { Cohort } from "../api/types";
import { useIsStaff } from "../session/session";
import { PageHeading } from "../shell/PageHeading";
import { ErrorPage } from "../shell/StatePage";
import { Badge } from "../ui/Badge";
import { PageSkeleton } from "../ui/Skeleton";
import { useCohortEvents } from "./live";
import { MetadataReport } from "./MetadataReport";
import { PublishForm } from "./PublishForm";
import { ReviewGrid } from "./ReviewGrid";
import { useReports } from "./reports";
import { StatusList } from "./StatusList";
import { UploadQueue } from "./upload/UploadQueue";
import { ZipReport } from "./ZipReport";

const TABS = [
  ["files", "Files"],
  ["review", "Review"],
  ["publish", "Publish"],
] as const;

function Files({ cohort, live }: { cohort: Cohort; live: boolean }) {
  const reports = useReports(cohort.id);
  return (
    <>
      <UploadQueue cohort={cohort.id} />
      {reports.length > 0 ? (
        <section className="stack" aria-labelledby="reports">
          <h2 id="reports">Reports</h2>
          {reports.map(({ kind, id }) =>
            kind === "zip" ? (
              <ZipReport key={`zip ${id}`} id={id} />
            ) : (
              <MetadataReport key={`metadata ${id}`} id={id} />
            ),
          )}
        </section>
      ) : null}
      <StatusList cohort={cohort.id} live={live} />
    </>
  );
}

function Workbench({ cohort }: { cohort: Cohort }) {
  const staff = useIsStaff();
  const asked = new URLSearchParams(useSearch()).get("tab");
  const tab = staff && (asked === "review" || asked === "publish") ? asked : "files";
  const live = useCohortEvents(cohort.id);
  return (
    <div className="wrap stack">
      <div className="page-head">
        <nav className="crumbs" aria-label="Breadcrumb">
          <ol>
            <li>
              <Link href="/contribute">Contribute</Link>
            </li>
            <li>{cohort.name}</li>
          </ol>
        </nav>
        <PageHeading>{cohort.name}</PageHeading>
        {cohort.description ? <p>{cohort.description}</p> : null}
        <p className="row">
          <Badge>{cohort.default_copyright_license}</Badge>
          <span>{cohort.default_attribution || "Anonymous"}</span>
        </p>
      </div>
      {staff ? (
        <nav className="tabs" aria-label="Steps of this cohort">
          {TABS.map(([name, label]) => (
            <Link
              key={name}
              href={`/contribute/${cohort.id}${name === "files" ? "" : `?tab=${name}`}`}
              aria-current={tab === name ? "page" : undefined}
            >
              {label}
            </Link>
          ))}
        </nav>
      ) : null}
      {/* The uploads go on while another step is looked at. */}
      <div className="stack" hidden={tab !== "files"}>
        <Files cohort={cohort} live={live} />
      </div>
      {tab === "review" ? <ReviewGrid cohort={cohort.id} /> : null}
      {tab === "publish" ? <PublishForm cohort={cohort} /> : null}
    </div>
  );
}

export default function CohortPage({ id }: { id: string }) {
  const number = /^\d{1,9}$/.test(id) ? Number(id) : 0;
  const cohort = useQuery({
    queryKey: ["cohort", number],
    queryFn: ({ signal }) => fetchCohort(number, signal),
    enabled: number > 0,
  });
  if (number === 0) return <ErrorPage error={new ApiError(404, "")} />;
  if (cohort.isPending) return <PageSkeleton />;
  if (cohort.isError) return <ErrorPage error={cohort.error} retry={() => void cohort.refetch()} />;
  return <Workbench cohort={cohort.data} />;
}
