import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { fetchCohorts, fetchContributors } from "../api/ingest";
import type { Cohort, Contributor } from "../api/types";
import { date, plural } from "../format/format";
import { PageHeading } from "../shell/PageHeading";
import { ErrorPage } from "../shell/StatePage";
import { Badge } from "../ui/Badge";
import { Icon } from "../ui/Icon";
import { PageSkeleton } from "../ui/Skeleton";
import { CohortDialog } from "./CohortDialog";
import { ContributorDialog } from "./ContributorDialog";

function CohortItem({ cohort }: { cohort: Cohort }) {
  return (
    <li className="cohort-item">
      <div>
        <h3>
          <Link href={`/contribute/${cohort.id}`}>{cohort.name}</Link>
        </h3>
        <p className="muted small">
          {plural(cohort.accession_count, "file")}, begun {date(cohort.created)}
        </p>
      </div>
      <Badge>{cohort.default_copyright_license}</Badge>
    </li>
  );
}

interface ContributorSectionProps {
  contributor: Contributor;
  cohorts: readonly Cohort[];
  onNew: () => void;
}

function ContributorSection({ contributor, cohorts, onNew }: ContributorSectionProps) {
  const heading = `contributor-${contributor.id}`;
  return (
    <article className="panel stack" aria-labelledby={heading}>
      <div className="row apart">
        <h2 id={heading}>{contributor.institution_name}</h2>
        <button type="button" className="button small" onClick={onNew}>
          <Icon name="plus" /> New cohort
        </button>
      </div>
      {cohorts.length === 0 ? (
        <p className="muted">No cohort yet. A cohort holds images that belong together.</p>
      ) : (
        <ul className="cohorts">
          {cohorts.map((cohort) => (
            <CohortItem key={cohort.id} cohort={cohort} />
          ))}
        </ul>
      )}
    </article>
  );
}

export default function ContributePage() {
  const contributors = useQuery({
    queryKey: ["contributors"],
    queryFn: ({ signal }) => fetchContributors(signal),
  });
  const cohorts = useQuery({
    queryKey: ["cohorts"],
    queryFn: ({ signal }) => fetchCohorts(signal),
  });
  const [adding, setAdding] = useState<"contributor" | Contributor | null>(null);

  const failed = contributors.error ?? cohorts.error;
  if (failed) {
    const retry = () => {
      void contributors.refetch();
      void cohorts.refetch();
    };
    return <ErrorPage error={failed} retry={retry} />;
  }
  if (!contributors.data || !cohorts.data) return <PageSkeleton />;

  return (
    <div className="wrap stack">
      <div className="page-head">
        <div className="row apart">
          <PageHeading>Contribute</PageHeading>
          <button type="button" className="button" onClick={() => setAdding("contributor")}>
            <Icon name="plus" /> New contributor
          </button>
        </div>
        <p>
          Upload images and their metadata into a cohort. Staff review every image; after that it is
          published, openly or under embargo.
        </p>
      </div>
      {contributors.data.results.length === 0 ? (
        <div className="state">
          <Icon name="upload" />
          <h2>Begin with your institution</h2>
          <p>A contributor stands for the institution that gives images and keeps their rights.</p>
          <button type="button" className="button primary" onClick={() => setAdding("contributor")}>
            Create a contributor
          </button>
        </div>
      ) : null}
      {contributors.data.results.map((contributor) => (
        <ContributorSection
          key={contributor.id}
          contributor={contributor}
          cohorts={cohorts.data.results.filter((cohort) => cohort.contributor === contributor.id)}
          onNew={() => setAdding(contributor)}
        />
      ))}
      {adding === "contributor" ? <ContributorDialog onClose={() => setAdding(null)} /> : null}
      {adding && adding !== "contributor" ? (
        <CohortDialog contributor={adding} onClose={() => setAdding(null)} />
      ) : null}
    </div>
  );
}
