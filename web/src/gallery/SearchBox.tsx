import { type KeyboardEvent, useEffect, useId, useMemo, useState } from "react";
import { useLocation } from "wouter";
import { count } from "../format/format";
import { galleryAddress } from "../search/codec";
import { type Search, selected, withFacet } from "../search/search";
import { allSuggestions, type Suggestion, suggest } from "../search/suggestions";
import { useTaxonomies } from "../taxonomy/taxonomies";
import { Icon } from "../ui/Icon";
import { useTotalFacets } from "./data";

const IMAGE_ID = /^isic_\d{7}$/i;
const NO_SUGGESTION = -1;

interface SearchBoxProps {
  search: Search;
  problem?: string | undefined;
  placeholder?: string;
}

/**
 * One box for three ways to ask: the number of an image, words that name a filter, and the query
 * language. Follows the combobox pattern with a list of suggested filters.
 */
export function SearchBox({ search, problem, placeholder }: SearchBoxProps) {
  const id = useId();
  const [, navigate] = useLocation();
  const [text, setText] = useState(search.q);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(NO_SUGGESTION);
  const [hint, setHint] = useState<string>();
  const facets = useTotalFacets().data;
  const taxonomies = useTaxonomies().data;

  useEffect(() => setText(search.q), [search.q]);

  const all = useMemo(
    () => (facets && taxonomies ? allSuggestions(facets, taxonomies) : []),
    [facets, taxonomies],
  );
  const isQuery = text.includes(":");
  const suggestions = open && !isQuery ? suggest(all, text) : [];
  const shown = suggestions.length > 0;

  function go(next: Search): void {
    setOpen(false);
    setActive(NO_SUGGESTION);
    setHint(undefined);
    navigate(galleryAddress(next));
  }

  function choose({ facet, token }: Suggestion): void {
    setText("");
    const values = new Set([...selected(search, facet), token]);
    go(withFacet({ ...search, q: "" }, facet, [...values]));
  }

  function submit(): void {
    const typed = text.trim();
    const suggestion = suggestions[Math.max(active, 0)] ?? suggest(all, typed)[0];
    if (IMAGE_ID.test(typed)) {
      navigate(`/images/${typed.toUpperCase()}`);
    } else if (typed === "" || isQuery) {
      go({ ...search, q: typed });
    } else if (suggestion) {
      choose(suggestion);
    } else {
      setHint(`No filter is called “${typed}”. A query names a field: sex:female`);
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      const size = suggestions.length + 1;
      setActive((at) => ((at + 1 + step + size) % size) - 1);
    } else if (event.key === "Escape") {
      setOpen(false);
      setActive(NO_SUGGESTION);
    }
  }

  const message = problem ?? hint;
  return (
    <search>
      <form
        className="search-box"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className="search-line">
          <Icon name="search" />
          <input
            className="input"
            type="text"
            role="combobox"
            aria-label="Search the archive"
            aria-expanded={shown}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={active >= 0 && shown ? `${id}-${active}` : undefined}
            aria-invalid={message !== undefined}
            aria-describedby={`${id}-problem`}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            placeholder={placeholder ?? "Melanoma, scalp, ISIC_0024482 or sex:female"}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setHint(undefined);
              setActive(NO_SUGGESTION);
              setOpen(true);
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setOpen(false)}
          />
          <button type="submit" className="button primary">
            Search
          </button>
        </div>
        <div
          className="suggestions"
          id={`${id}-list`}
          role="listbox"
          aria-label="Filters"
          hidden={!shown}
        >
          {suggestions.map((suggestion, at) => (
            // The keyboard works through the input, as the combobox pattern asks.
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            // biome-ignore lint/a11y/useFocusableInteractive: see above
            <div
              key={`${suggestion.facet} ${suggestion.token}`}
              id={`${id}-${at}`}
              role="option"
              aria-selected={at === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(suggestion)}
            >
              <span>
                <strong>{suggestion.label}</strong>
                <small>{suggestion.context}</small>
              </span>
              <span className="number muted">{count(suggestion.total)}</span>
            </div>
          ))}
        </div>
        <p id={`${id}-problem`} className="search-problem" role="alert">
          {message}
        </p>
      </form>
    </search>
  );
}
