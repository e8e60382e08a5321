import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { here } from "../api/client";
import { fetchCollections } from "../api/collections";
import type { Collection } from "../api/types";
import { useUser } from "../session/session";
import { PageHeading } from "../shell/PageHeading";
import { ErrorPage } from "../shell/StatePage";
import { Icon } from "../ui/Icon";
import { PageSkeleton } from "../ui/Skeleton";
import CollectDialog from "./CollectDialog";
import { CollectionBadges } from "./CollectionBadges";

type Order = "pinned" | "name" | "newest";

const COMPARE: Record<Order, (a: Collection, b: Collection) => number> = {
  pinned: (a, b) => Number(b.pinned) - Number(a.pinned) || a.name.localeCompare(b.name),
  name: (a, b) => a.name.localeCompare(b.name),
  newest: (a, b) => b.id - a.id,
};

export function CollectionItem({ collection }: { collection: Collection }) {
  return (
    <li className="panel collection-item">
      <h3>
        <Link href={`/collections/${collection.id}`}>{collection.name}</Link>
      </h3>
      <CollectionBadges collection={collection} />
      {collection.description ? <p className="clamp">{collection.description}</p> : null}
      {collection.doi ? <p className="small muted">DOI {collection.doi}</p> : null}
    </li>
  );
}

export default function CollectionsPage() {
  const user = useUser();
  const [words, setWords] = useState("");
  const [order, setOrder] = useState<Order>("pinned");
  const [creating, setCreating] = useState(false);
  const result = useInfiniteQuery({
    queryKey: ["collections", "all"],
    queryFn: ({ pageParam, signal }) => fetchCollections(pageParam, signal),
    initialPageParam: "/api/v2/collections/?limit=100",
    getNextPageParam: (page) => (page.next ? here(page.next) : undefined),
  });
  if (result.isPending) return <PageSkeleton />;
  if (result.isError) return <ErrorPage error={result.error} retry={() => void result.refetch()} />;

  const all = result.data.pages.flatMap((page) => page.results);
  const wanted = words.trim().toLowerCase();
  const shown = all
    .filter(({ name, description }) => `${name} ${description}`.toLowerCase().includes(wanted))
    .sort(COMPARE[order]);

  return (
    <div className="wrap stack">
      <div className="page-head">
        <div className="row apart">
          <PageHeading>Collections</PageHeading>
          {user ? (
            <button type="button" className="button primary" onClick={() => setCreating(true)}>
              <Icon name="plus" /> New collection
            </button>
          ) : null}
        </div>
        <p>Sets of images put together for a study, a data set or a lesson.</p>
      </div>
      <div className="row">
        <input
          className="input narrow"
          type="search"
          aria-label="Find a collection"
          placeholder="Find a collection"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <select
          className="input auto"
          aria-label="Order"
          value={order}
          onChange={(event) => setOrder(event.target.value as Order)}
        >
          <option value="pinned">Pinned first</option>
          <option value="name">By name</option>
          <option value="newest">Newest first</option>
        </select>
      </div>
      {shown.length === 0 ? (
        <div className="state">
          <Icon name="missing" />
          <h2>{wanted ? "No collection matches" : "No collection yet"}</h2>
          {user || wanted ? null : <p>Public collections appear here. Sign in to make your own.</p>}
        </div>
      ) : (
        <section aria-labelledby="collections">
          <h2 id="collections" className="visually-hidden">
            List of collections
          </h2>
          <ul className="collection-list">
            {shown.map((collection) => (
              <CollectionItem key={collection.id} collection={collection} />
            ))}
          </ul>
        </section>
      )}
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
      {creating ? <CollectDialog onClose={() => setCreating(false)} /> : null}
    </div>
  );
}
