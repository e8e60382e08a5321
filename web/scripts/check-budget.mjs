// Fails the build when what a first visit loads grows past the budgets of the project.
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const BUDGET_KB = { initialJs: 100, lazyChunk: 100, css: 20 };
const kb = (file) => gzipSync(readFileSync(`dist/assets/${file}`)).length / 1000;

const html = readFileSync("dist/index.html", "utf8");
const files = readdirSync("dist/assets");
const scripts = files.filter((file) => file.endsWith(".js"));
const initial = scripts.filter((file) => html.includes(file));
const sum = (names) => names.reduce((total, name) => total + kb(name), 0);

const measures = [
  ["initial JavaScript", sum(initial), BUDGET_KB.initialJs],
  ["all CSS", sum(files.filter((file) => file.endsWith(".css"))), BUDGET_KB.css],
  ...scripts
    .filter((file) => !initial.includes(file))
    .map((file) => [`lazy ${file}`, kb(file), BUDGET_KB.lazyChunk]),
];

let exceeded = false;
for (const [what, size, budget] of measures) {
  const over = size > budget;
  exceeded ||= over;
  if (over || !what.startsWith("lazy") || size > 10) {
    console.log(`${over ? "OVER " : "     "}${what}: ${size.toFixed(1)} of ${budget} kB gzip`);
  }
}
process.exit(exceeded ? 1 : 0);
