import { Fragment, type ReactNode, useId } from "react";
import { Link, useLocation, useSearch } from "wouter";
import type { BoardRow, Challenge, Grouping, Task } from "../../api/challengeTypes";
import { ApiError, here } from "../../api/client";
import { count, date, moment } from "../../format/format";
import { ErrorPage } from "../../shell/StatePage";
import { Badge } from "../../ui/Badge";
import { Icon } from "../../ui/Icon";
import { Notice } from "../../ui/Notice";
import { Skeleton } from "../../ui/Skeleton";
import { useMedia } from "../../ui/useMedia";
import { useBoard } from "../data";
import { type TaskAt, TaskFrame } from "../TaskFrame";
import { METRICS, metricLabel } from "../words";
import { rankLabels, rankWords, score3, withoutRepeats } from "./ranking";
import { ScoreDetail } from "./ScoreDetail";

const COLUMNS = 8;
/** What the style sheet leaves of them on a narrow screen; a cell that spans more would be a column too many. */
const NARROW_COLUMNS = 4;
const NARROW = "(max-width: 52rem)";

/** What the address says of the board: how it is grouped, and whose details are open. */
function useBoardState(address: string) {
  const params = new URLSearchParams(useSearch());
  const [, navigate] = useLocation();
  const grouping: Grouping = params.get("group") === "approach" ? "by-approach" : "by-team";
  const open = Number(params.get("open"));
  return {
    grouping,
    open,
    toggle(submission: number) {
      const next = new URLSearchParams();
      if (grouping === "by-approach") next.set("group", "approach");
      if (submission !== open) next.set("open", String(submission));
      const query = next.toString();
      navigate(query ? `${address}?${query}` : address, { replace: true });
    },
  };
}

function Manuscript({ row }: { row: BoardRow }) {
  const url = row.approach_manuscript_url;
  if (!url) return <span className="muted">–</span>;
  return (
    <a href={here(url)}>
      PDF<span className="visually-hidden"> of {row.approach_name}</span>
    </a>
  );
}

function TeamCell({ row }: { row: BoardRow }) {
  const { team_institution_name: name, team_institution_url: url } = row;
  return (
    <>
      <strong className="upload-name">{row.team_name}</strong>
      {row.yours ? (
        <>
          {" "}
          <Badge tone="info">Yours</Badge>
        </>
      ) : null}
      {name ? (
        <span className="board-line small">
          {url ? (
            <a href={url} rel="external nofollow noreferrer">
              {name}
            </a>
          ) : (
            <span className="muted">{name}</span>
          )}
        </span>
      ) : null}
      <span className="board-line narrow-only small muted">
        {row.approach_name}, {date(row.submission_created)}
        {row.approach_uses_external_data ? ", external data" : ""}
      </span>
    </>
  );
}

interface RowProps {
  row: BoardRow;
  label: string;
  isOpen: boolean;
  onToggle: () => void;
  children: ReactNode;
}

function Row({ row, label, isOpen, onToggle, children }: RowProps) {
  const id = useId();
  const columns = useMedia(NARROW) ? NARROW_COLUMNS : COLUMNS;
  return (
    <Fragment>
      <tr className={row.yours ? "yours" : undefined}>
        <td className="number rank">
          <span aria-hidden="true">{label}</span>
          <span className="visually-hidden">{rankWords(label)}</span>
        </td>
        <th scope="row">
          <TeamCell row={row} />
        </th>
        <td className="wide-only">{row.approach_name}</td>
        <td className="number" title={String(row.overall_score)}>
          <strong>{score3(row.overall_score)}</strong>
        </td>
        <td className="wide-only number">{date(row.submission_created)}</td>
        <td className="wide-only">{row.approach_uses_external_data ? "Yes" : "No"}</td>
        <td className="wide-only">
          <Manuscript row={row} />
        </td>
        <td>
          <button
            type="button"
            className="button small disclose"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={onToggle}
          >
            <Icon name="chevron" />
            <span className="wide-only">Details</span>
            <span className="visually-hidden">
              {" "}
              of {row.team_name}, {row.approach_name}
            </span>
          </button>
        </td>
      </tr>
      {isOpen ? (
        <tr id={id} className="detail">
          <td colSpan={columns}>{children}</td>
        </tr>
      ) : null}
    </Fragment>
  );
}

interface BoardTableProps {
  rows: readonly BoardRow[];
  total: number;
  task: Task;
  open: number;
  onToggle: (submission: number) => void;
}

function BoardTable({ rows, total, task, open, onToggle }: BoardTableProps) {
  const labels = rankLabels(rows);
  return (
    <div className="table-scroll board">
      <table>
        <caption className="visually-hidden">Leaderboard of {task.name}</caption>
        <thead>
          <tr>
            <th scope="col">
              Rank <span className="muted number wide-only">of {count(total)}</span>
            </th>
            <th scope="col">Team</th>
            <th scope="col" className="wide-only">
              Approach
            </th>
            <th scope="col">{metricLabel(task.metric)}</th>
            <th scope="col" className="wide-only">
              Submitted
            </th>
            <th scope="col" className="wide-only">
              External data
            </th>
            <th scope="col" className="wide-only">
              Manuscript
            </th>
            <th scope="col">
              <span className="visually-hidden">Details</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Row
              key={row.submission_id}
              row={row}
              label={labels[at] ?? ""}
              isOpen={row.submission_id === open}
              onToggle={() => onToggle(row.submission_id)}
            >
              <ScoreDetail submission={row.submission_id} categories={task.categories} />
            </Row>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function NotPublished({ challenge }: { challenge: Challenge }) {
  return (
    <div className="state">
      <Icon name="lock" />
      <h2>The scores are not published yet</h2>
      <p>
        {challenge.state !== "closed"
          ? `The challenge closes on ${moment(challenge.closes_at)}. The organisers publish the scores after that.`
          : "The organisers publish them when the submissions have been reviewed."}
      </p>
    </div>
  );
}

function Contents({ task, challenge }: { task: Task; challenge: Challenge }) {
  const address = `/challenges/${challenge.slug}/${task.slug}/leaderboard`;
  const { grouping, open, toggle } = useBoardState(address);
  const { board, live } = useBoard(task.id, grouping);
  if (board.isPending) return <Skeleton height="20rem" label="Loading the leaderboard" />;
  if (board.isError && !board.data) {
    const unpublished = board.error instanceof ApiError && board.error.status === 404;
    if (unpublished) return <NotPublished challenge={challenge} />;
    return <ErrorPage error={board.error} retry={() => void board.refetch()} />;
  }
  const rows = withoutRepeats(board.data.pages);
  const total = board.data.pages[0]?.count ?? rows.length;
  return (
    <section className="stack" aria-labelledby="board">
      <h2 id="board" className="visually-hidden">
        Leaderboard
      </h2>
      {task.scores_published ? null : (
        <Notice tone="warn">Only staff see this until the scores are published.</Notice>
      )}
      <div className="row apart">
        <nav className="row" aria-label="Grouping">
          <Link
            className="button small choice-link"
            href={address}
            aria-current={grouping === "by-team" ? "page" : undefined}
          >
            Best of each team
          </Link>
          <Link
            className="button small choice-link"
            href={`${address}?group=approach`}
            aria-current={grouping === "by-approach" ? "page" : undefined}
          >
            Every approach
          </Link>
        </nav>
        <span className="row small muted">
          <span className={live ? "pulse on" : "pulse"} aria-hidden="true" />
          {live ? "Live" : "Connecting…"}
        </span>
      </div>
      {rows.length === 0 ? (
        <div className="state">
          <Icon name="missing" />
          <h3>Nothing has been scored yet</h3>
          <p>The first result appears here by itself.</p>
        </div>
      ) : (
        <BoardTable rows={rows} total={total} task={task} open={open} onToggle={toggle} />
      )}
      <p role="status" className="visually-hidden">
        {rows.length > 0 && rows[0]
          ? `${count(total)} on the board. First: ${rows[0].team_name}, ${score3(rows[0].overall_score)}`
          : ""}
      </p>
      {board.hasNextPage ? (
        <button
          type="button"
          className="button"
          disabled={board.isFetchingNextPage}
          onClick={() => void board.fetchNextPage()}
        >
          {board.isFetchingNextPage ? "Loading…" : "Load more"}
        </button>
      ) : null}
      <p className="muted small prose">
        {metricLabel(task.metric)}: {METRICS[task.metric]?.help} Of each approach its latest scored
        submission counts. Equal scores share a rank.
      </p>
    </section>
  );
}

export default function LeaderboardPage(at: TaskAt) {
  return (
    <TaskFrame at={at} tab="/leaderboard">
      {(task, challenge) => <Contents task={task} challenge={challenge} />}
    </TaskFrame>
  );
}
