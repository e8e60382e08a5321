// Opens every page at two widths in both schemes, saves screenshots to shots/, runs axe-core and
// reports violations, script errors and sideways scrolling. BASE names the server, ONLY filters.
import { mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const { BASE = "http://127.0.0.1:8900", ONLY = "", CHROMIUM = "/usr/bin/chromium", SCHEME = "light" } = process.env;
const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDTHS = [[1280, 900], [390, 844], [320, 700]];

const click = (name, role = "button") => (page) => page.getByRole(role, { name, exact: false }).first().click();
const PAGES = [
  ["landing", "/"],
  ["landing-suggest", "/", async (page) => page.getByRole("combobox").fill("nev")],
  ["gallery", "/gallery"],
  ["gallery-filtered", "/gallery?sex=female&age_approx=40..60&diagnosis=1%3AMalignant"],
  ["gallery-table", "/gallery?view=table"],
  ["gallery-error", "/gallery?q=sex%3A%28"],
  ["gallery-empty", "/gallery?age_approx=0..5&diagnosis=1%3AMalignant&sex=-"],
  ["gallery-download", "/gallery?sex=female", click("Download")],
  ["gallery-help", "/gallery", click("How to write")],
  ["gallery-selected", "/gallery", async (page) => {
    await page.locator(".card-check input").nth(1).click();
    await page.locator(".card-check input").nth(4).click({ modifiers: ["Shift"] });
  }],
  ["image", "/images/ISIC_0001012"],
  ["lesion", "/lesions/IL_0000001"],
  ["collections", "/collections"],
  ["collection", "/collections/1"],
  ["collection-with-draft", "/collections/4"],
  ["draft-doi", "/collections/3/doi", click("Add an identifier")],
  ["dois", "/dois"],
  ["doi", "/dois/milk-study-first-release"],
  ["doi-bibtex", "/dois/milk-study-first-release", click("BibTeX")],
  ["doi-draft", "/dois/reader-study-2026"],
  ["doi-edit", "/dois/reader-study-2026", click("Edit")],
  ["doi-publish", "/dois/reader-study-2026", click("Publish")],
  ["doi-publishing", "/dois/being-published"],
  ["challenges", "/challenges"],
  ["challenge", "/challenges/dermarium-2026"],
  ["task", "/challenges/dermarium-2026/diagnosis"],
  ["task-draft", "/challenges/dermarium-2026/follow-up"],
  ["task-review", "/challenges/dermarium-2026/diagnosis", async (page) => {
    await page.getByText("Review the approaches").click();
    await page.getByRole("button", { name: "Reject One ResNet" }).click();
  }],
  ["submit", "/challenges/dermarium-2026/diagnosis/submit"],
  ["submit-first", "/challenges/dermarium-2026/melanoma/submit"],
  ["leaderboard", "/challenges/dermarium-2026/diagnosis/leaderboard"],
  ["leaderboard-open", "/challenges/dermarium-2026/diagnosis/leaderboard?group=approach&open=102"],
  ["leaderboard-unpublished", "/challenges/dermarium-2026/melanoma/leaderboard"],
  ["submission-queued", "/submissions/105"],
  ["submission-failed", "/submissions/104"],
  ["submission-scored", "/submissions/102"],
  ["submission-unpublished", "/submissions/103"],
  ["submission-internal", "/submissions/106"],
  ["challenge-new", "/challenges", click("New challenge")],
  ["task-new", "/challenges/dermarium-2026", click("New task")],
  ["contribute", "/contribute"],
  ["cohort", "/contribute/1"],
  ["review", "/contribute/1?tab=review", async (page) => {
    await page.locator(".review-card button").first().focus().catch(() => {});
    await page.keyboard.press("a");
    await page.keyboard.press("r");
  }],
  ["publish", "/contribute/1?tab=publish"],
  ["about", "/about"],
  ["terms", "/terms"],
  ["api", "/api", async (page) => page.locator(".operation summary").first().click()],
  ["not-found", "/nowhere"],
];

mkdirSync("shots", { recursive: true });
const context = await chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), "look-")), {
  executablePath: CHROMIUM,
  headless: true,
  colorScheme: SCHEME,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
await context.addInitScript({ content: AXE });

let findings = 0;
const report = (where, what) => {
  findings += 1;
  console.log(`${where}: ${what}`);
};

for (const [name, path, act] of PAGES.filter(([page]) => page.includes(ONLY))) {
  for (const [width, height] of WIDTHS) {
    const page = await context.newPage();
    const where = `${name} ${width}`;
    page.on("pageerror", (error) => report(where, `script error ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error" && !/status of (4\d\d)/.test(message.text())) report(where, message.text());
    });
    await page.setViewportSize({ width, height });
    await page.goto(BASE + path);
    await page.waitForSelector("h1");
    await page.waitForTimeout(700);
    if (act) {
      await act(page).catch((error) => report(where, `could not act: ${error.message.split("\n")[0]}`));
      await page.waitForTimeout(500);
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) report(where, `scrolls sideways by ${overflow} px`);
    const { violations } = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), TAGS);
    for (const { id, nodes } of violations) report(where, `axe ${id}: ${nodes[0].html.slice(0, 160)} (${nodes.length})`);
    if (width !== 320) await page.screenshot({ path: `shots/${name}-${width}-${SCHEME}.png`, fullPage: name !== "gallery-download" });
    await page.close();
  }
}
await context.close();
console.log(findings === 0 ? "nothing found" : `${findings} findings`);
process.exit(findings === 0 ? 0 : 1);
