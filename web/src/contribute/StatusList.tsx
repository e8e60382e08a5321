import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { here } from "../api/client";
import { accessionsAddress, fetchAccessions, fetchProgress } from "../api/ingest";
import { ACCESSION_STATES, type Accession, type AccessionState } from "../api/types";
import { bytes, count } from "../format/format";
import { Badge } from "../ui/Badge";
import { Icon } from "../ui/Icon";
import { Notice } from "../ui/Notice";
import { Skeleton } from "../ui/Skeleton";
import { accessionsKey } from "./live";
import { STATES } from "./states";

export const useAccessions = (cohort: number, state: AccessionState | null) =>
  useInfiniteQuery({
    queryKey: accessionsKey(cohort, state),
    queryFn: ({ pageParam, signal }) => fetchAccessions(pageParam, signal),
    initialPageParam: accessionsAddress(cohort, state),
    getNextPageParam: (page) => (page.next ? here(page.next) : undefined),
  });

export const useProgress = (cohort: number) =>
  useQuery({
    queryKey: ["progress", cohort],
    queryFn: ({ signal }) => fetchProgress(cohort, signal),
  });

function Thumbnail({ accession }: { accession: Accession }) {
  const address = accession.thumbnail_url;
  if (address) {
    return <img src={here(address)} alt="" width={64} height={64} loading="lazy" />;
  }
  return (
    <span className={accession.state === "processing" ? "blank skeleton" : "blank"}>
      {accession.state === "processing" ? null : <Icon name="missing" />}
    </span>
  );
}

function Line({ accession }: { accession: Accession }) {
  const { label, tone } = STATES[accession.state];
  const facts = [
    accession.width ? `${accession.width} × ${accession.height}` : null,
    accession.size ? bytes(accession.size) : null,
  ].filter(Boolean);
  return (
    <li className="accession">
      <Thumbnail accession={accession} />
      <div className="accession-text">
        <span className="upload-name">{accession.file_name}</span>
        {accession.reason ? <span className="problem">{accession.reason}</span> : null}
        <span className="muted small number">
          {accession.isic_id ? (
            <Link href={`/images/${accession.isic_id}`}>{accession.isic_id}</Link>
          ) : null}
          {accession.isic_id && facts.length > 0 ? " · " : ""}
          {facts.join(" · ")}
        </span>
      </div>
      <span className="row">
        {accession.state === "published" && accession.public === false ? (
          <Badge tone="warn">Embargoed</Badge>
        ) : null}
        <Badge tone={tone}>{label}</Badge>
      </span>
    </li>
  );
}

/** Every file of a cohort with what became of it, newest first, live. */
export function StatusList({ cohort, live }: { cohort: number; live: boolean }) {
  const [state, setState] = useState<AccessionState | null>(null);
  const progress = useProgress(cohort).data;
  const list = useAccessions(cohort, state);
  const accessions = list.data?.pages.flatMap(({ results }) => results) ?? [];
  const total = progress ? ACCESSION_STATES.reduce((sum, name) => sum + progress[name], 0) : 0;
  const filters: [AccessionState | null, string, number][] = [
    [null, "All", total],
    ...ACCESSION_STATES.filter((name) => (progress?.[name] ?? 0) > 0 || name === state).map(
      (name): [AccessionState, string, number] => [name, STATES[name].label, progress?.[name] ?? 0],
    ),
  ];
  return (
    <section className="stack" aria-labelledby="status">
      <div className="row apart">
        <h2 id="status">Images of this cohort</h2>
        <span className="row small muted">
          <span className={live ? "pulse on" : "pulse"} aria-hidden="true" />
          {live ? "Live" : "Connecting…"}
        </span>
      </div>
      <div className="tabs">
        {filters.map(([name, label, amount]) => (
          <button
            key={label}
            type="button"
            aria-pressed={state === name}
            onClick={() => setState(name)}
          >
            {label} <span className="number">{count(amount)}</span>
          </button>
        ))}
      </div>
      {list.isPending ? <Skeleton height="10rem" label="Loading the list" /> : null}
      {list.isError ? <Notice tone="bad">{list.error.message}</Notice> : null}
      {list.isSuccess && accessions.length === 0 ? (
        <p className="muted">
          {state ? `None is ${STATES[state].label.toLowerCase()}.` : "No image has arrived yet."}
        </p>
      ) : null}
      <ul className="accessions" aria-label="Images of this cohort">
        {accessions.map((accession) => (
          <Line key={accession.id} accession={accession} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <button
          type="button"
          className="button"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {list.isFetchingNextPage ? "Loading…" : "Load more"}
        </button>
      ) : null}
    </section>
  );
}
