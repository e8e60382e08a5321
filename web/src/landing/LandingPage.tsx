import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { Link } from "wouter";
import { here } from "../api/client";
import { fetchPinned } from "../api/collections";
import { EVERYTHING, fetchImages, fetchStats, searchAddress } from "../api/images";
import { CollectionBadges } from "../collections/CollectionBadges";
import { altText } from "../fields/values";
import { count } from "../format/format";
import { useTotalFacets } from "../gallery/data";
import { SearchBox } from "../gallery/SearchBox";
import { galleryAddress } from "../search/codec";
import { EMPTY_SEARCH, withFacet } from "../search/search";
import { PageHeading } from "../shell/PageHeading";
import { Skeleton } from "../ui/Skeleton";

/** Below the fold; what is above it should not wait for its code. */
const News = lazy(() => import("./News"));

const MOSAIC = 12;

function Figures() {
  const { data, isError } = useQuery({
    queryKey: ["stats"],
    queryFn: ({ signal }) => fetchStats(signal),
  });
  if (isError) return null;
  const figures: [string, number | undefined][] = [
    ["public images", data?.image.public_images_count],
    ["collections", data?.collection.public_collections_count],
  ];
  return (
    <dl className="figures">
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="number">{value === undefined ? "…" : count(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The three top diagnoses as one bar, each part a way into the gallery. */
function DiagnosisBar() {
  const facet = useTotalFacets().data?.diagnosis_1;
  const buckets = facet?.buckets.filter(({ doc_count }) => doc_count > 0) ?? [];
  const sum = buckets.reduce((total, { doc_count }) => total + doc_count, 0);
  if (sum === 0) return null;
  return (
    <section className="stack" aria-labelledby="by-diagnosis">
      <h2 id="by-diagnosis">By diagnosis</h2>
      <ul className="share-bar">
        {buckets.map(({ key, doc_count }) => (
          <li
            key={key}
            className={`share ${String(key).toLowerCase()}`}
            style={{ flexGrow: doc_count / sum }}
          >
            <Link href={galleryAddress(withFacet(EMPTY_SEARCH, "diagnosis", [`1:${key}`]))}>
              <strong>{key}</strong>
              <span className="number">{count(doc_count)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Mosaic() {
  const { data } = useQuery({
    queryKey: ["mosaic"],
    queryFn: ({ signal }) => fetchImages(searchAddress(EVERYTHING, MOSAIC), signal),
  });
  if (data?.results.length === 0) return null;
  return (
    <ul className="mosaic" aria-label="Some images of the archive">
      {data?.results.map((image) => (
        <li key={image.isic_id}>
          <Link href={`/images/${image.isic_id}`}>
            <img
              src={here(image.files.thumbnail_256.url)}
              alt={altText(image)}
              width={160}
              height={160}
            />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Pinned() {
  const { data, isPending } = useQuery({
    queryKey: ["collections", "pinned"],
    queryFn: ({ signal }) => fetchPinned(signal),
  });
  if (!isPending && (!data || data.length === 0)) return null;
  return (
    <section className="stack" aria-labelledby="pinned">
      <div className="row apart">
        <h2 id="pinned">Collections</h2>
        <Link href="/collections">All collections</Link>
      </div>
      {isPending ? <Skeleton height="8rem" label="Loading the collections" /> : null}
      <ul className="collection-list">
        {data?.slice(0, 6).map((collection) => (
          <li key={collection.id} className="panel collection-item">
            <h3>
              <Link href={`/collections/${collection.id}`}>{collection.name}</Link>
            </h3>
            <CollectionBadges collection={collection} />
            {collection.description ? <p className="clamp">{collection.description}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function LandingPage() {
  return (
    <>
      <div className="hero">
        <div className="wrap">
          <div className="hero-text">
            <PageHeading title="Dermarium">An open archive for images of the skin</PageHeading>
            <p>
              Dermoscopic and clinical images with their diagnoses, checked one by one, free to
              search, compare, download and cite.
            </p>
            <SearchBox search={EMPTY_SEARCH} placeholder="Try melanoma, scalp or dermoscopic" />
            <Figures />
          </div>
          <Mosaic />
        </div>
      </div>
      <div className="wrap landing">
        <DiagnosisBar />
        <Pinned />
        <Suspense fallback={null}>
          <News />
        </Suspense>
        <section className="pathways" aria-labelledby="use">
          <h2 id="use" className="visually-hidden">
            What you can do here
          </h2>
          <div>
            <h3>Find</h3>
            <p>
              Narrow by diagnosis, body site, age or kind of image, with counts at every step.{" "}
              <Link href="/gallery">Open the gallery</Link>
            </p>
          </div>
          <div>
            <h3>Use</h3>
            <p>
              Every image carries its licence and attribution. Take a ZIP, the metadata as CSV, or
              code for Python, R and the command line. <Link href="/terms">Terms of use</Link>
            </p>
          </div>
          <div>
            <h3>Contribute</h3>
            <p>
              Upload images with their metadata; names, dates and places are stripped before
              anything is stored. <Link href="/contribute">Contribute images</Link>
            </p>
          </div>
        </section>
      </div>
    </>
  );
}
