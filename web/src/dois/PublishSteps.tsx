import { useMutation, useQueryClient } from "@tanstack/react-query";
import { publishDoi } from "../api/dois";
import type { Doi, PublishProgress, PublishStep } from "../api/doiTypes";
import { Icon } from "../ui/Icon";
import { Notice } from "../ui/Notice";
import { amountOf, duration, secondsOf, sentenceOf, shareOf, stepLabel } from "./steps";

const WORDS = { waiting: "Waiting", running: "Running", done: "Done" } as const;

function StepLine({ step }: { step: PublishStep }) {
  const share = shareOf(step);
  const seconds = secondsOf(step, Date.now());
  const amount = amountOf(step);
  return (
    <li className={`step ${step.state}`}>
      <span className="step-mark">{step.state === "done" ? <Icon name="check" /> : null}</span>
      <div className="step-text">
        <strong>{stepLabel(step.name)}</strong>
        <span className="muted small number">
          {WORDS[step.state]}
          {amount ? ` · ${amount}` : ""}
          {seconds !== null && seconds > 0 ? ` · ${duration(seconds)}` : ""}
        </span>
        {step.state === "running" ? (
          <progress
            {...(share === null ? {} : { max: 1, value: share })}
            aria-label={stepLabel(step.name)}
          />
        ) : null}
      </div>
    </li>
  );
}

interface HeldUpProps {
  doi: Doi;
  problem: string;
}

/** Most hindrances pass by themselves; where a person must look, staff may let it go on. */
function HeldUp({ doi, problem }: HeldUpProps) {
  const client = useQueryClient();
  const isStopped = doi.may.publish;
  const goOn = useMutation({
    mutationFn: () => publishDoi(doi.slug),
    onSuccess: () => client.invalidateQueries({ queryKey: ["doi", doi.slug] }),
  });
  return (
    <Notice tone={isStopped ? "bad" : "warn"}>
      <span>
        <strong>{isStopped ? "Stopped:" : "Held up:"}</strong> {problem}{" "}
        {isStopped ? "" : "This page follows as soon as it goes on."}
        {goOn.isError ? ` ${goOn.error.message}` : ""}
      </span>
      {isStopped ? (
        <button
          type="button"
          className="button small"
          disabled={goOn.isPending}
          onClick={() => goOn.mutate()}
        >
          <Icon name="retry" /> Go on
        </button>
      ) : null}
    </Notice>
  );
}

/** The way of a draft to a published DOI. It goes on by itself, whether anybody looks or not. */
export function PublishSteps({ doi, progress }: { doi: Doi; progress: PublishProgress }) {
  return (
    <section className="stack" aria-labelledby="publishing">
      <h2 id="publishing">Publishing</h2>
      <p className="muted">
        This goes on by itself, also when you leave the page. It may take several minutes.
      </p>
      {progress.problem ? <HeldUp doi={doi} problem={progress.problem} /> : null}
      <ol className="steps">
        {progress.steps.map((step) => (
          <StepLine key={step.name} step={step} />
        ))}
      </ol>
      <p role="status" className="visually-hidden">
        {sentenceOf(progress)}
      </p>
    </section>
  );
}
