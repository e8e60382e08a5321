import { Dialog } from "../ui/Dialog";

const EXAMPLES: readonly [string, string][] = [
  ["sex:female", "one value of one field"],
  [
    'image_type:"TBP tile: close-up"',
    "quotation marks around anything but letters, digits, _ and -",
  ],
  ["age_approx:[40 TO 60}", "a range: [ ] with the bound, { } without it, * for open"],
  [
    'diagnosis_3:"Nevus" AND melanocytic:true',
    "both must hold; two terms side by side mean the same",
  ],
  ["(sex:male OR sex:female) AND mel_ulcer:true", "groups in parentheses"],
  ["-mel_thick_mm:*", "a minus means not; * means given, so this finds images without a thickness"],
  ['diagnosis_1:"Malig*"', "a star at the end finds beginnings, at the start endings"],
];

export function SyntaxHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="How to write a query" onClose={onClose}>
      <p>
        You need no query for most questions: type a word and choose a filter from the list. A query
        can say more, and works the same in the API and in the command-line tool.
      </p>
      <dl className="syntax">
        {EXAMPLES.map(([query, meaning]) => (
          <div key={query}>
            <dt>
              <code>{query}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">
        AND, OR and TO are written in capitals; values are compared letter by letter, so{" "}
        <code>Benign</code> is not <code>benign</code>. Every term needs a field: there is no free
        text search.
      </p>
    </Dialog>
  );
}
