import { CopyButton } from "./CopyButton";

export function CodeBlock({ title, text }: { title: string; text: string }) {
  return (
    <div className="code">
      <div className="row apart">
        <span className="muted small">{title}</span>
        <CopyButton text={text} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section tabIndex={0} aria-label={title}>
        <pre>
          <code>{text}</code>
        </pre>
      </section>
    </div>
  );
}
