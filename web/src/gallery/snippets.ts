import type { Scope } from "../api/images";

/** Code that repeats a search from outside the browser. */
export interface Snippet {
  readonly title: string;
  readonly text: string;
}

const CLI_ORIGINS: Readonly<Record<string, string>> = {
  "http://127.0.0.1:8000": "export ISIC_DEV=1   # this server, at 127.0.0.1:8000\n",
};

/** A word of a POSIX shell: nothing inside is interpreted. */
export const shellQuoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const doubleQuoted = (text: string): string => JSON.stringify(text);

function cli({ query, collections }: Scope, origin: string): string {
  const options = [
    query ? ` --search ${shellQuoted(query)}` : "",
    collections.length > 0 ? ` --collections ${collections.join(",")}` : "",
  ].join("");
  return `pip install isic-cli
${CLI_ORIGINS[origin] ?? ""}isic metadata download${options} -o metadata.csv
isic image download${options} images`;
}

function curl({ query, collections }: Scope, origin: string): string {
  return `curl --get ${shellQuoted(`${origin}/api/v2/images/search/`)} \\
  --data-urlencode ${shellQuoted(`query=${query}`)} \\
  --data-urlencode ${shellQuoted(`collections=${collections.join(",")}`)} \\
  --data-urlencode 'limit=100'
# each answer names the address of the next page in "next"`;
}

function python({ query, collections }: Scope, origin: string): string {
  return `# Python 3, standard library only
import json, os, urllib.parse, urllib.request

params = {"query": ${doubleQuoted(query)}, "collections": ${doubleQuoted(collections.join(","))}, "limit": 100}
page = ${doubleQuoted(`${origin}/api/v2/images/search/?`)} + urllib.parse.urlencode(params)
os.makedirs("images", exist_ok=True)
while page:
    with urllib.request.urlopen(page) as answer:
        found = json.load(answer)
    for image in found["results"]:
        full = image["files"]["full"]["url"]
        extension = os.path.splitext(urllib.parse.urlparse(full).path)[1]
        urllib.request.urlretrieve(full, f"images/{image['isic_id']}{extension}")
    page = found["next"]`;
}

function r({ query, collections }: Scope, origin: string): string {
  return `# R, with jsonlite
library(jsonlite)

page <- paste0(${doubleQuoted(`${origin}/api/v2/images/search/?limit=100&query=`)},
  URLencode(${doubleQuoted(query)}, reserved = TRUE), "&collections=${collections.join(",")}")
dir.create("images", showWarnings = FALSE)
while (!is.null(page)) {
  found <- fromJSON(page, simplifyVector = FALSE)
  for (image in found$results) {
    full <- image$files$full$url
    extension <- tools::file_ext(sub("[?].*", "", full))
    download.file(full, sprintf("images/%s.%s", image$isic_id, extension), mode = "wb")
  }
  page <- found$\`next\`
}`;
}

export const snippetsFor = (scope: Scope, origin: string): Snippet[] => [
  { title: "isic-cli", text: cli(scope, origin) },
  { title: "curl", text: curl(scope, origin) },
  { title: "Python", text: python(scope, origin) },
  { title: "R", text: r(scope, origin) },
];
