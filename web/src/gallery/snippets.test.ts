import { expect, test } from "vitest";
import { shellQuoted, snippetsFor } from "./snippets";

const scope = { query: 'anatom_site_special:"it\'s"', collections: [1, 2] };
const texts = Object.fromEntries(
  snippetsFor(scope, "https://archive.example.org").map(({ title, text }) => [title, text]),
);

test("leaves nothing for the shell to interpret", () =>
  expect(shellQuoted("a'b $(c)")).toBe("'a'\\''b $(c)'"));

test("asks for exactly this search", () => {
  expect(texts["isic-cli"]).toContain(
    `isic image download --search 'anatom_site_special:"it'\\''s"' --collections 1,2 images`,
  );
  expect(texts.curl).toContain("'collections=1,2'");
  expect(texts.Python).toContain(String.raw`"query": "anatom_site_special:\"it's\""`);
  expect(texts.R).toContain("&collections=1,2");
});

test("points the command-line tool at a local server only there", () => {
  expect(texts["isic-cli"]).not.toContain("ISIC_DEV");
  expect(snippetsFor(scope, "http://127.0.0.1:8000")[0]?.text).toContain("ISIC_DEV=1");
});

test("leaves out options that are not needed", () =>
  expect(snippetsFor({ query: "", collections: [] }, "")[0]?.text).toContain(
    "isic image download images",
  ));
