import { useCallback, useMemo } from "react";
import { useLocation, useSearch } from "wouter";
import { galleryAddress, parseSearch } from "../search/codec";
import type { Search } from "../search/search";

export type SetSearch = (search: Search) => void;

/** The gallery's state is its address: every choice is a step that the back button takes back. */
export function useSearchState(): [Search, SetSearch] {
  const text = useSearch();
  const [, navigate] = useLocation();
  const search = useMemo(() => parseSearch(text), [text]);
  const setSearch = useCallback((next: Search) => navigate(galleryAddress(next)), [navigate]);
  return [search, setSearch];
}
