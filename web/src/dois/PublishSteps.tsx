import type { PublishProgress, PublishStep } from "../api/doiTypes";
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

/** Most hindrances pass by themselves; one that does not makes a draft of it again. */
function HeldUp({ problem }: { problem: string }) {
  return (
    <Notice tone="warn">
      <span>
        <strong>Held up:</strong> {problem} This page follows as soon as it goes on.
      </span>
    </Notice>
  );
}

/** The way of a draft to a published DOI. It goes on by itself, whether anybody looks or not. */
export function PublishSteps({ progress }: { progress: PublishProgress }) {
  return (
    <section className="stack" aria-labelledby="publishing">
      <h2 id="publishing">Publishing</h2>
      <p className="muted">
        This goes on by itself, also when you leave the page. It may take several minutes.
      </p>
      {progress.problem ? <HeldUp problem={progress.problem} /> : null}
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
