import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useState } from "react";
import { here } from "../api/client";
import { review } from "../api/ingest";
import type { Accession } from "../api/types";
import { FIELD_ORDER } from "../fields/dictionary";
import { metadataLines } from "../fields/values";
import { plural } from "../format/format";
import { Icon } from "../ui/Icon";
import { Notice } from "../ui/Notice";
import { Skeleton } from "../ui/Skeleton";
import { type Decisions, decided, markOf, toList } from "./decisions";
import { useAccessions } from "./StatusList";

interface CardProps {
  accession: Accession;
  mark: boolean | undefined;
  onMark: (value: boolean | null) => void;
  onFocus: () => void;
}

function Card({ accession, mark, onMark, onFocus }: CardProps) {
  const verdict = mark === undefined ? "" : mark ? "accepted" : "rejected";
  return (
    <li className={`review-card ${verdict}`}>
      <fieldset onFocus={onFocus}>
        <legend className="visually-hidden">
          {accession.file_name} {verdict}
        </legend>
        {accession.thumbnail_url ? (
          <img
            src={here(accession.thumbnail_url)}
            alt={accession.file_name}
            width={256}
            height={256}
            loading="lazy"
          />
        ) : (
          <Skeleton height="9rem" />
        )}
        <div className="review-marks">
          <button
            type="button"
            className="button small"
            aria-pressed={mark === true}
            onClick={() => onMark(mark === true ? null : true)}
          >
            <Icon name="check" /> Accept
          </button>
          <button
            type="button"
            className="button small"
            aria-pressed={mark === false}
            onClick={() => onMark(mark === false ? null : false)}
          >
            <Icon name="close" /> Reject
          </button>
        </div>
      </fieldset>
    </li>
  );
}

function Facts({ accession }: { accession: Accession | undefined }) {
  if (!accession) return <p className="muted">Choose a picture to read its metadata.</p>;
  const lines = metadataLines(accession.metadata, FIELD_ORDER);
  return (
    <>
      <p>
        <strong>{accession.file_name}</strong>
      </p>
      {lines.length === 0 ? <p className="muted">No metadata yet.</p> : null}
      <dl className="metadata">
        {lines.map(({ field, label, value }) => (
          <div key={field}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Steps the focus from card to card, so that A, R and the arrow keys are all a reviewer needs. */
function stepFocus(list: HTMLElement, by: number): void {
  const cards = [...list.querySelectorAll<HTMLElement>(".review-card")];
  const at = cards.findIndex((card) => card.contains(document.activeElement));
  cards[at + by]?.querySelector("button")?.focus();
}

/** For staff: accept or reject, one by one; nothing is decided until it is saved. */
export function ReviewGrid({ cohort }: { cohort: number }) {
  const client = useQueryClient();
  const list = useAccessions(cohort, "awaiting_review");
  const [marks, setMarks] = useState<Decisions>(new Map());
  const [focused, setFocused] = useState<number>();
  const accessions = list.data?.pages.flatMap(({ results }) => results) ?? [];

  const save = useMutation({
    mutationFn: () => review(toList(marks)),
    onSuccess: async () => {
      setMarks(new Map());
      await Promise.all([
        client.invalidateQueries({ queryKey: ["accessions", cohort] }),
        client.invalidateQueries({ queryKey: ["progress", cohort] }),
      ]);
    },
  });

  function onKeyDown(event: KeyboardEvent<HTMLUListElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const value = markOf(event.key);
    if (value !== undefined && focused !== undefined) {
      event.preventDefault();
      setMarks(decided(marks, focused, value));
      if (value !== null) stepFocus(event.currentTarget, 1);
    } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      event.preventDefault();
      stepFocus(event.currentTarget, event.key === "ArrowRight" ? 1 : -1);
    }
  }

  const accepted = toList(marks).filter(({ value }) => value).length;
  if (list.isPending) return <Skeleton height="16rem" label="Loading the images" />;
  if (list.isError) return <Notice tone="bad">{list.error.message}</Notice>;
  return (
    <section className="stack" aria-labelledby="review">
      <div className="row apart">
        <h2 id="review">Review</h2>
        <p className="muted small">
          Keys: <kbd>A</kbd> accept, <kbd>R</kbd> reject, <kbd>U</kbd> undo, <kbd>←</kbd>{" "}
          <kbd>→</kbd> move
        </p>
      </div>
      {accessions.length === 0 ? (
        <div className="state">
          <Icon name="check" />
          <h3>Nothing is waiting for review</h3>
        </div>
      ) : (
        <div className="review-layout">
          <ul className="review-grid" aria-label="Awaiting review" onKeyDown={onKeyDown}>
            {accessions.map((accession) => (
              <Card
                key={accession.id}
                accession={accession}
                mark={marks.get(accession.id)}
                onMark={(value) => setMarks(decided(marks, accession.id, value))}
                onFocus={() => setFocused(accession.id)}
              />
            ))}
          </ul>
          <aside className="panel review-facts" aria-label="Metadata of the picture in focus">
            <Facts accession={accessions.find(({ id }) => id === focused)} />
          </aside>
        </div>
      )}
      {list.hasNextPage ? (
        <button type="button" className="button" onClick={() => void list.fetchNextPage()}>
          Load more
        </button>
      ) : null}
      {save.isError ? <Notice tone="bad">{save.error.message}</Notice> : null}
      {accessions.length > 0 ? (
        <div className="selection-bar">
          <p role="status">
            {marks.size === 0
              ? "Nothing decided yet"
              : `${accepted} accepted, ${marks.size - accepted} rejected, not saved yet`}
          </p>
          <div className="row">
            <button
              type="button"
              className="button small"
              onClick={() =>
                setMarks(
                  accessions.reduce<Decisions>(
                    (all, { id }) => (all.has(id) ? all : decided(all, id, true)),
                    marks,
                  ),
                )
              }
            >
              Accept the rest on this page
            </button>
            <button
              type="button"
              className="button small primary"
              disabled={marks.size === 0 || save.isPending}
              onClick={() => save.mutate()}
            >
              Save {plural(marks.size, "decision")}
            </button>
          </div>
        </div>
      ) : null}
    </section>
  );
}
