import { fieldOf } from "../fields/dictionary";
import { EMPTY_SEARCH, type Search, withFacet } from "../search/search";
import { tokenLabel } from "../search/tokenLabel";
import { Icon } from "../ui/Icon";
import { useOfferedCollections } from "./CollectionFacet";
import type { SetSearch } from "./useSearchState";

interface Chip {
  key: string;
  field: string;
  value: string;
  without: Search;
}

function facetChips(search: Search): Chip[] {
  return Object.entries(search.facets).flatMap(([facet, values]) =>
    values.map((token) => ({
      key: `${facet} ${token}`,
      field: fieldOf(facet).label,
      value: tokenLabel(facet, token),
      without: withFacet(
        search,
        facet,
        values.filter((other) => other !== token),
      ),
    })),
  );
}

/** Everything that narrows the gallery, each with a way to take it back. */
export function AppliedChips({ search, setSearch }: { search: Search; setSearch: SetSearch }) {
  const collections = useOfferedCollections(search.collections);
  const chips = facetChips(search);
  for (const id of search.collections) {
    chips.push({
      key: `collection ${id}`,
      field: "Collection",
      value: collections.find((collection) => collection.id === id)?.name ?? `number ${id}`,
      without: { ...search, collections: search.collections.filter((other) => other !== id) },
    });
  }
  if (search.q) {
    chips.unshift({ key: "q", field: "Query", value: search.q, without: { ...search, q: "" } });
  }
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label="Applied filters">
      {chips.map(({ key, field, value, without }) => (
        <li key={key}>
          <button type="button" className="chip" onClick={() => setSearch(without)}>
            <span>
              <span className="muted">{field}:</span> {value}
            </span>
            <span className="visually-hidden">, remove</span>
            <Icon name="close" />
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className="button quiet small"
          onClick={() => setSearch({ ...EMPTY_SEARCH, view: search.view })}
        >
          Clear all
        </button>
      </li>
    </ul>
  );
}
