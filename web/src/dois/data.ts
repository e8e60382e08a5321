import { useQuery } from "@tanstack/react-query";
import { fetchNamedCollections, findOwnCollections } from "../api/collections";
import { fetchDoi, fetchDois } from "../api/dois";
import type { Collection } from "../api/types";
import { useUser } from "../session/session";
import { type Drafting, draftingOf } from "./drafting";

const POLL_MS = 1000;
const SEARCH_FROM = 3;

/** A DOI; while it is being published it is asked for again every second. */
export const useDoi = (slug: string) =>
  useQuery({
    queryKey: ["doi", slug],
    queryFn: ({ signal }) => fetchDoi(slug, signal),
    refetchInterval: ({ state }) => (state.data?.state === "publishing" ? POLL_MS : false),
  });

export const useFirstDois = () =>
  useQuery({
    queryKey: ["dois", "first"],
    queryFn: async ({ signal }) => (await fetchDois(undefined, signal)).results,
  });

/** The contract says neither who owns a collection nor that it is magic; its two look-ups by name do. */
function useLookUp(
  kind: "own" | "named",
  { id, name }: Collection,
  enabled: boolean,
): boolean | undefined {
  const find = kind === "own" ? findOwnCollections : fetchNamedCollections;
  const { data } = useQuery({
    queryKey: ["collections", "look-up", kind, name],
    queryFn: ({ signal }) => find(name, signal),
    enabled: enabled && name.length >= SEARCH_FROM,
  });
  return data?.some((collection) => collection.id === id);
}

export function useDrafting(collection: Collection, images: number | undefined): Drafting {
  const user = useUser();
  const signedIn = Boolean(user);
  const isStaff = user?.is_staff === true;
  const isOwner = useLookUp("own", collection, signedIn && !isStaff);
  const named = useLookUp("named", collection, isStaff || isOwner === true);
  const dois = useFirstDois().data;
  const isMagic = named === undefined ? undefined : !named;
  return draftingOf({ collection, images, isStaff, isOwner, isMagic, dois });
}
