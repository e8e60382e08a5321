import type { Image } from "../api/types";
import { CodeBlock } from "../ui/CodeBlock";
import { CopyButton } from "../ui/CopyButton";
import { citationOf } from "./citation";

export function Cite({ image }: { image: Image }) {
  const { text, bibtex } = citationOf(image, window.location.origin, new Date());
  return (
    <section className="panel stack" aria-labelledby="cite">
      <h2 id="cite">Cite</h2>
      <p>{text}</p>
      <div className="row">
        <CopyButton text={text} label="Copy citation" />
      </div>
      <details className="fold-out">
        <summary>BibTeX</summary>
        <CodeBlock title="BibTeX" text={bibtex} />
      </details>
    </section>
  );
}
