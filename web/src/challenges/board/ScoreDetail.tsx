import { useQuery } from "@tanstack/react-query";
import { fetchCurves, fetchScore } from "../../api/challenges";
import { Notice } from "../../ui/Notice";
import { Skeleton } from "../../ui/Skeleton";
import { ConfusionMatrix } from "./ConfusionMatrix";
import { MetricsTable } from "./MetricsTable";
import { RocPlot } from "./RocPlot";

interface ScoreDetailProps {
  submission: number;
  categories: readonly string[];
}

/** Curves are many numbers: they come apart from the rest, and only when somebody looks. */
function Curves({ submission, categories }: ScoreDetailProps) {
  const curves = useQuery({
    queryKey: ["curves", submission],
    queryFn: ({ signal }) => fetchCurves(submission, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (curves.isPending) return <Skeleton height="20rem" label="Loading the curves" />;
  if (curves.isError) return <Notice tone="bad">{curves.error.message}</Notice>;
  return <RocPlot curves={curves.data} categories={categories} />;
}

/** Everything that is known of one scored submission. */
export function ScoreDetail({ submission, categories }: ScoreDetailProps) {
  const score = useQuery({
    queryKey: ["score", submission],
    queryFn: ({ signal }) => fetchScore(submission, signal),
  });
  if (score.isPending) return <Skeleton height="16rem" label="Loading the scores" />;
  if (score.isError) return <Notice tone="bad">{score.error.message}</Notice>;
  if (score.data === null) return <p className="muted">The details are not open.</p>;
  const known = Object.keys(Object.values(score.data.per_category)[0] ?? {});
  const columns = categories.length > 0 ? categories : known;
  return (
    <div className="stack">
      <h3>Measures</h3>
      <MetricsTable score={score.data} categories={columns} />
      {score.data.confusion ? (
        <>
          <h3>Confusion matrix</h3>
          <p className="muted small">
            Truth in rows, prediction in columns; the shade is the share of the row.
          </p>
          <ConfusionMatrix confusion={score.data.confusion} />
        </>
      ) : null}
      <h3>ROC curves</h3>
      <Curves submission={submission} categories={columns} />
    </div>
  );
}
