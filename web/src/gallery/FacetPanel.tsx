import { FACETS, type FacetShape } from "../fields/facets";
import { optionsOf, treeOf } from "../search/counts";
import { type Search, selected, withFacet } from "../search/search";
import { useUser } from "../session/session";
import { useTaxonomies } from "../taxonomy/taxonomies";
import { Notice } from "../ui/Notice";
import { Skeleton } from "../ui/Skeleton";
import { CollectionFacet } from "./CollectionFacet";
import { type FacetCounts, useFacetCounts } from "./data";
import { FacetSection } from "./FacetSection";
import { RangeFacet } from "./RangeFacet";
import { TermsFacet } from "./TermsFacet";
import { TreeFacet } from "./TreeFacet";
import type { SetSearch } from "./useSearchState";
import { VisibilityFacet } from "./VisibilityFacet";

const GROUPS = [...new Set(FACETS.map(({ group }) => group))];
const OPEN_AT_FIRST = new Set(["diagnosis", "sex", "age_approx", "image_type"]);

interface ChoicesProps {
  shape: FacetShape;
  counts: FacetCounts;
  chosen: readonly string[];
  onChange: (values: readonly string[]) => void;
}

function Choices({ shape: { id, kind }, counts, chosen, onChange }: ChoicesProps) {
  const taxonomies = useTaxonomies().data;
  if (id === "public") return <VisibilityFacet chosen={chosen} onChange={onChange} />;
  const { total } = counts;
  if (!total) return <Skeleton height="6rem" label="Counting" />;
  const filtered = counts.filteredFor(id);
  if (id === "diagnosis" || id === "anatom_site") {
    if (!taxonomies) return <Skeleton height="6rem" label="Counting" />;
    const options = treeOf(id, taxonomies[id], total, filtered);
    return <TreeFacet options={options} chosen={chosen} onChange={onChange} />;
  }
  const Shown = kind === "range" ? RangeFacet : TermsFacet;
  const options = optionsOf(id, total, filtered);
  return <Shown facet={id} options={options} chosen={chosen} onChange={onChange} />;
}

interface FacetPanelProps {
  search: Search;
  setSearch: SetSearch;
}

/** All filters of the gallery in groups. */
export function FacetPanel({ search, setSearch }: FacetPanelProps) {
  const counts = useFacetCounts(search);
  const signedIn = Boolean(useUser());
  const offered = FACETS.filter(({ id }) => id !== "public" || signedIn);
  return (
    <div className="facets">
      {counts.failed ? <Notice tone="bad">The counts could not be loaded.</Notice> : null}
      {GROUPS.map((group) => (
        <section key={group} aria-label={group}>
          <h3 className="facet-group">{group}</h3>
          {offered
            .filter((shape) => shape.group === group)
            .map((shape) => (
              <FacetSection
                key={shape.id}
                facet={shape.id}
                chosen={selected(search, shape.id).length}
                open={OPEN_AT_FIRST.has(shape.id)}
              >
                <Choices
                  shape={shape}
                  counts={counts}
                  chosen={selected(search, shape.id)}
                  onChange={(values) => setSearch(withFacet(search, shape.id, values))}
                />
              </FacetSection>
            ))}
        </section>
      ))}
      <section aria-label="Collections">
        <h3 className="facet-group">Collections</h3>
        <CollectionFacet
          chosen={search.collections}
          onChange={(collections) => setSearch({ ...search, collections })}
        />
      </section>
    </div>
  );
}
