import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { fetchChallenges } from "../api/challenges";
import { fetchDois } from "../api/dois";
import { ChallengeItem } from "../challenges/ChallengeItem";
import { DoiItem } from "../dois/DoiItem";

const SHOWN = 3;

/** The newest data sets with a DOI; nothing where there are none or they cannot be had. */
function LatestDois() {
  const { data } = useQuery({
    queryKey: ["dois", "latest"],
    queryFn: ({ signal }) => fetchDois("/api/v2/doi/?limit=20", signal),
  });
  const dois = data?.results.filter(({ state }) => state === "published").slice(0, SHOWN) ?? [];
  if (dois.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="dois">
      <div className="row apart">
        <h2 id="dois">Latest data sets with a DOI</h2>
        <Link href="/dois">All DOIs</Link>
      </div>
      <ul className="collection-list">
        {dois.map((doi) => (
          <DoiItem key={doi.slug} doi={doi} />
        ))}
      </ul>
    </section>
  );
}

function OpenChallenges() {
  const { data } = useQuery({
    queryKey: ["challenges"],
    queryFn: async ({ signal }) => (await fetchChallenges(signal)).results,
  });
  const open = data?.filter(({ state }) => state === "open").slice(0, SHOWN) ?? [];
  if (open.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="challenges">
      <div className="row apart">
        <h2 id="challenges">Open challenges</h2>
        <Link href="/challenges">All challenges</Link>
      </div>
      <ul className="collection-list">
        {open.map((challenge) => (
          <ChallengeItem key={challenge.slug} challenge={challenge} />
        ))}
      </ul>
    </section>
  );
}

export default function News() {
  return (
    <>
      <LatestDois />
      <OpenChallenges />
    </>
  );
}
