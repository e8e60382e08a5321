import { useState } from "react";
import type { Doi } from "../api/doiTypes";
import { CodeBlock } from "../ui/CodeBlock";
import { CopyButton } from "../ui/CopyButton";

const FORMATS = [
  ["apa", "APA"],
  ["bibtex", "BibTeX"],
  ["ris", "RIS"],
] as const;
type Format = (typeof FORMATS)[number][0];

export function Citations({ doi }: { doi: Doi }) {
  const [format, setFormat] = useState<Format>("apa");
  const text = doi.citations[format];
  const label = FORMATS.find(([name]) => name === format)?.[1] ?? "";
  if (!doi.citations.apa) return null;
  return (
    <section className="panel stack" aria-labelledby="cite">
      <h2 id="cite">Cite</h2>
      <fieldset className="tabs">
        <legend className="visually-hidden">Format of the citation</legend>
        {FORMATS.map(([name, words]) => (
          <button
            key={name}
            type="button"
            aria-pressed={format === name}
            onClick={() => setFormat(name)}
          >
            {words}
          </button>
        ))}
      </fieldset>
      {format === "apa" ? (
        <>
          <p className="doi-name">{text}</p>
          <div className="row">
            <CopyButton text={text} label="Copy citation" />
          </div>
        </>
      ) : (
        <CodeBlock title={label} text={text} />
      )}
    </section>
  );
}
