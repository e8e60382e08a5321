import { lazy, Suspense, useMemo, useState } from "react";
import { ApiError } from "../api/client";
import type { Scope } from "../api/images";
import { count, plural } from "../format/format";
import { toQuery } from "../search/query";
import { EMPTY_SEARCH, isFiltered } from "../search/search";
import { useUser } from "../session/session";
import { PageHeading } from "../shell/PageHeading";
import { Dialog } from "../ui/Dialog";
import { Icon } from "../ui/Icon";
import { useMedia } from "../ui/useMedia";
import { AppliedChips } from "./AppliedChips";
import { DownloadDialog } from "./DownloadDialog";
import { useImages, useTotal } from "./data";
import { FacetPanel } from "./FacetPanel";
import { NewImages } from "./NewImages";
import { ResultList } from "./ResultList";
import { SearchBox } from "./SearchBox";
import { SelectionBar } from "./SelectionBar";
import { SyntaxHelp } from "./SyntaxHelp";
import { useSearchState } from "./useSearchState";

const CollectDialog = lazy(() => import("../collections/CollectDialog"));

type Shown = "help" | "download" | "filters" | "collect" | null;

export default function GalleryPage() {
  const [search, setSearch] = useSearchState();
  const [shown, setShown] = useState<Shown>(null);
  const wide = useMedia("(min-width: 60rem)");
  const signedIn = Boolean(useUser());
  const total = useTotal().data;
  const { collections } = search;
  const query = toQuery(search);
  const scope = useMemo<Scope>(() => ({ query, collections }), [query, collections]);
  const result = useImages(scope);
  const found = result.data?.pages[0]?.count ?? undefined;
  const problem =
    result.error instanceof ApiError && result.error.status === 400
      ? result.error.message
      : undefined;
  const chosen = Object.values(search.facets).reduce((sum, values) => sum + values.length, 0);
  const close = () => setShown(null);

  const summary =
    problem || found === undefined
      ? ""
      : isFiltered(search) && total !== undefined
        ? `${count(found)} of ${plural(total, "image")}`
        : plural(found, "image");

  return (
    <div className="wrap gallery">
      {wide ? (
        <aside className="gallery-side" aria-label="Filters">
          <FacetPanel search={search} setSearch={setSearch} />
        </aside>
      ) : null}
      <div className="gallery-main stack">
        <PageHeading>Gallery</PageHeading>
        <div>
          <SearchBox search={search} problem={problem} />
          <button type="button" className="link-button small" onClick={() => setShown("help")}>
            How to write a query
          </button>
        </div>
        <AppliedChips search={search} setSearch={setSearch} />
        <div className="row apart toolbar">
          <p role="status" className="summary number">
            {summary}
          </p>
          <div className="row">
            {wide ? null : (
              <button type="button" className="button small" onClick={() => setShown("filters")}>
                <Icon name="filter" /> Filters{chosen > 0 ? ` (${chosen})` : ""}
              </button>
            )}
            <button
              type="button"
              className="button small"
              onClick={() =>
                setSearch({ ...search, view: search.view === "grid" ? "table" : "grid" })
              }
            >
              <Icon name={search.view === "grid" ? "table" : "grid"} />
              {search.view === "grid" ? "Table" : "Pictures"}
            </button>
            {signedIn ? (
              <button
                type="button"
                className="button small"
                disabled={!found}
                onClick={() => setShown("collect")}
              >
                <Icon name="plus" /> Collect
              </button>
            ) : null}
            <button
              type="button"
              className="button small primary"
              disabled={!found}
              onClick={() => setShown("download")}
            >
              <Icon name="download" /> Download
            </button>
          </div>
        </div>
        {found !== undefined && !problem && !result.isPlaceholderData ? (
          <NewImages scope={scope} known={found} />
        ) : null}
        {problem ? (
          <div className="state">
            <Icon name="search" />
            <h2>The query cannot be read</h2>
            <p>
              Each term is a field, a colon and a value, such as <code>sex:female</code>. Look for a
              missing quotation mark or parenthesis, and for the name of the field.
            </p>
            <button type="button" className="button" onClick={() => setShown("help")}>
              Show examples
            </button>
          </div>
        ) : null}
        <ResultList
          result={result}
          view={search.view}
          empty={
            <div className="state">
              <Icon name="missing" />
              <h2>{isFiltered(search) ? "No image matches" : "The archive is empty"}</h2>
              <p>
                {isFiltered(search)
                  ? "Take a filter away above, or start again."
                  : "Nothing has been published yet."}
              </p>
              {isFiltered(search) ? (
                <button
                  type="button"
                  className="button"
                  onClick={() => setSearch({ ...EMPTY_SEARCH, view: search.view })}
                >
                  Clear all filters
                </button>
              ) : null}
            </div>
          }
        />
        <SelectionBar />
      </div>
      {shown === "help" ? <SyntaxHelp onClose={close} /> : null}
      {shown === "download" && found ? (
        <DownloadDialog scope={scope} found={found} onClose={close} />
      ) : null}
      {shown === "collect" && found ? (
        <Suspense>
          <CollectDialog scope={scope} found={found} onClose={close} />
        </Suspense>
      ) : null}
      {shown === "filters" && !wide ? (
        <Dialog title="Filters" className="full" onClose={close}>
          <FacetPanel search={search} setSearch={setSearch} />
          <div className="dialog-foot">
            <button type="button" className="button primary" onClick={close}>
              Show {found === undefined ? "images" : plural(found, "image")}
            </button>
          </div>
        </Dialog>
      ) : null}
    </div>
  );
}
