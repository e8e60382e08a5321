import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { here } from "../api/client";
import { FIRST_DOIS, fetchDois } from "../api/dois";
import type { Doi } from "../api/doiTypes";
import { count } from "../format/format";
import { useUser } from "../session/session";
import { PageHeading } from "../shell/PageHeading";
import { ErrorPage } from "../shell/StatePage";
import { Icon } from "../ui/Icon";
import { PageSkeleton } from "../ui/Skeleton";
import { DoiItem } from "./DoiItem";

function Section({ id, title, dois }: { id: string; title: string; dois: readonly Doi[] }) {
  if (dois.length === 0) return null;
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className="muted number">{count(dois.length)}</span>
      </h2>
      <ul className="collection-list">
        {dois.map((doi) => (
          <DoiItem key={doi.slug} doi={doi} />
        ))}
      </ul>
    </section>
  );
}

export default function DoisPage() {
  const user = useUser();
  const result = useInfiniteQuery({
    queryKey: ["dois", "all"],
    queryFn: ({ pageParam, signal }) => fetchDois(pageParam, signal),
    initialPageParam: FIRST_DOIS,
    getNextPageParam: (page) => (page.next ? here(page.next) : undefined),
  });
  if (result.isPending) return <PageSkeleton />;
  if (result.isError) return <ErrorPage error={result.error} retry={() => void result.refetch()} />;
  const all = result.data.pages.flatMap((page) => page.results);

  return (
    <div className="wrap stack wide-gap">
      <div className="page-head">
        <PageHeading>DOIs</PageHeading>
        <p>
          Data sets with a permanent name. Their files are frozen when they are published, and carry
          checksums, so that a result can be checked years later against the same images.
        </p>
      </div>
      <Section
        id="drafts"
        title="Not published yet"
        dois={all.filter(({ state }) => state !== "published")}
      />
      <Section
        id="published"
        title="Published"
        dois={all.filter(({ state }) => state === "published")}
      />
      {all.length === 0 ? (
        <div className="state">
          <Icon name="missing" />
          <h2>No data set has a DOI yet</h2>
          {user ? (
            <p>
              Open one of your <Link href="/collections">collections</Link> and choose “Draft a
              DOI”.
            </p>
          ) : (
            <p>Published data sets appear here.</p>
          )}
        </div>
      ) : null}
      {result.hasNextPage ? (
        <button
          type="button"
          className="button"
          disabled={result.isFetchingNextPage}
          onClick={() => void result.fetchNextPage()}
        >
          Load more
        </button>
      ) : null}
    </div>
  );
}
