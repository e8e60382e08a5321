import { useQuery } from "@tanstack/react-query";
import { fetchCurves, fetchScore } from "../../api/challenges";
import { Notice } from "../../ui/Notice";
import { Skeleton } from "../../ui/Skeleton";
import { ConfusionMatrix } from "./ConfusionMatrix";
import { MetricsTable } from "./MetricsTable";
import { RocPlot } from "./RocPlot";
import { score3 } from "./ranking";

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
  const balanced = score.data.aggregate.balanced_accuracy;
  const known = Object.keys(Object.values(score.data.per_category)[0] ?? {});
  const columns = categories.length > 0 ? categories : known;
  return (
    <div className="stack">
      {balanced === undefined ? null : (
        <p>
          Balanced accuracy:{" "}
          <strong className="number" title={String(balanced)}>
            {score3(balanced)}
          </strong>
        </p>
      )}
      <MetricsTable score={score.data} categories={columns} />
      {score.data.confusion ? <ConfusionMatrix confusion={score.data.confusion} /> : null}
      <Curves submission={submission} categories={columns} />
    </div>
  );
}
