import { useQueries, useQuery } from "@tanstack/react-query";
import { fetchCollection, fetchPinned } from "../api/collections";
import type { Collection } from "../api/types";

/** Pinned collections, and whatever other ones the address names. */
export function useOfferedCollections(chosen: readonly number[]): Collection[] {
  const pinned = useQuery({
    queryKey: ["collections", "pinned"],
    queryFn: ({ signal }) => fetchPinned(signal),
  });
  const offered = pinned.data ?? [];
  const others = chosen.filter((id) => !offered.some((collection) => collection.id === id));
  const fetched = useQueries({
    queries: others.map((id) => ({
      queryKey: ["collection", id],
      queryFn: ({ signal }: { signal: AbortSignal }) => fetchCollection(id, signal),
      enabled: !pinned.isPending,
    })),
  });
  return [...offered, ...fetched.flatMap(({ data }) => (data ? [data] : []))];
}

interface CollectionFacetProps {
  chosen: readonly number[];
  onChange: (ids: readonly number[]) => void;
}

export function CollectionFacet({ chosen, onChange }: CollectionFacetProps) {
  const collections = useOfferedCollections(chosen);
  if (collections.length === 0) return <p className="muted small">No pinned collection yet.</p>;
  return (
    <ul className="options">
      {collections.map(({ id, name }) => (
        <li key={id}>
          <label className="option">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={() =>
                onChange(
                  chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id],
                )
              }
            />
            <span>{name}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}
