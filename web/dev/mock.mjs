// Serves dist/ under the real security policy, with invented answers of the services behind it.
// PORT, ROLE (staff, contributor or nothing) and SAMPLES (a folder of .jpg) come from the environment.
import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { challengeRoutes } from "./challenge.mjs";
import { doiRoutes } from "./doi.mjs";
import { accessions, cohorts, collections, contributors, images, inCollection } from "./archive.mjs";

const { PORT = "8900", ROLE = "", SAMPLES = "public" } = process.env;
const CSP = readFileSync("csp.txt", "utf8").trim();
const samples = readdirSync(SAMPLES).filter((name) => name.endsWith(".jpg"));
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".txt": "text/plain", ".jpg": "image/jpeg" };
const USER = { id: 2, email: `${ROLE}@example.org`, first_name: "Ada", last_name: "Example", full_name: "Ada Example", hash_id: "X1", is_staff: ROLE === "staff" };

const valueOf = (image, field) =>
  field in image ? image[field] : (image.metadata.clinical[field] ?? image.metadata.acquisition[field]);

/** Just enough of the query language for what the app writes: AND of groups of OR of terms. */
function matcher(query) {
  if (!query) return () => true;
  const term = (text) => {
    const found = /^(-?)([a-z_0-9]+):(.+)$/.exec(text.trim());
    if (!found || found[3].startsWith("(")) throw new Error(text);
    const [, minus, field, raw] = found;
    const range = /^\[(\S+) TO (\S+)[\]}]$/.exec(raw);
    const wanted = raw.replace(/^"|"$/g, "");
    return (image) => {
      const value = valueOf(image, field);
      const given = value !== undefined;
      let hit = wanted === "*" ? given : String(value) === wanted;
      if (range) hit = given && Number(value) >= Number(range[1]) && (range[2] === "*" || Number(value) < Number(range[2]));
      return minus ? !hit : hit;
    };
  };
  const groups = query.split(" AND ").map((group) => group.replace(/^\((.*)\)$/, "$1").split(" OR ").map(term));
  return (image) => groups.every((group) => group.some((one) => one(image)));
}

function found(params) {
  const ids = (params.get("collections") ?? "").split(",").filter(Boolean).map(Number);
  const matches = matcher(params.get("query"));
  return images
    .filter((image, at) => ids.length === 0 || ids.some((id) => inCollection(id, at)))
    .filter((image) => (image.public || ROLE) && matches(image));
}

function facets(list) {
  const terms = ["sex", "diagnosis_confirm_type", "melanocytic", "mel_ulcer", "family_hx_mm", "personal_hx_mm", "fitzpatrick_skin_type", "image_type", "image_manipulation", "copyright_license", ...[1, 2, 3, 4, 5].flatMap((n) => [`diagnosis_${n}`, `anatom_site_${n}`])];
  const count = (field) => {
    const counts = new Map(images.map((image) => [valueOf(image, field), 0]));
    for (const image of list) counts.set(valueOf(image, field), counts.get(valueOf(image, field)) + 1);
    const missing_count = counts.get(undefined) ?? 0;
    counts.delete(undefined);
    const buckets = [...counts].sort((a, b) => b[1] - a[1]).map(([key, doc_count]) =>
      typeof key === "boolean" ? { key: Number(key), key_as_string: String(key), doc_count } : { key, doc_count });
    return { meta: { missing_count, present_count: list.length - missing_count }, buckets };
  };
  const histogram = (field, step, last) => {
    const given = list.map((image) => valueOf(image, field)).filter((value) => value !== undefined).map(Number);
    const buckets = [];
    for (let key = 0; key <= last; key += step) buckets.push({ key, doc_count: given.filter((v) => v >= key && v < key + step).length });
    return { meta: { missing_count: list.length - given.length, present_count: given.length }, buckets };
  };
  const thick = histogram("mel_thick_mm", 0.5, 5);
  thick.buckets = thick.buckets.map(({ key, doc_count }) => ({ key: `${key}`, from: key, to: key === 5 ? "*" : key + 0.5, doc_count }));
  return { ...Object.fromEntries(terms.map((field) => [field, count(field)])), age_approx: histogram("age_approx", 5, 85), clin_size_long_diam_mm: histogram("clin_size_long_diam_mm", 10, 100), mel_thick_mm: thick };
}

function page(list, url) {
  const limit = Math.min(Number(url.searchParams.get("limit")) || 100, 100);
  const from = Number(url.searchParams.get("cursor") ?? 0);
  const next = new URL(url);
  next.searchParams.set("cursor", String(from + limit));
  return { results: list.slice(from, from + limit), count: from === 0 ? list.length : null, next: from + limit < list.length ? next.href : null, previous: null };
}

const progress = () => {
  const counts = { processing: 0, skipped: 0, failed: 0, awaiting_review: 0, accepted: 0, rejected: 0, published: 0 };
  for (const { state } of accessions) counts[state] += 1;
  return counts;
};

const refuse = (status, body) => Object.assign(new Error(), { status, body });
const signedIn = () => {
  if (!ROLE) throw refuse(401, { detail: "Unauthorized" });
};
const orMissing = (value) => {
  if (!value) throw refuse(404, { detail: "Not Found" });
  return value;
};

let arrived = 5000;
const listeners = new Set();
function arrive(file_name) {
  const news = { ...accessions[1], id: arrived++, file_name, state: "processing", thumbnail_url: null, width: null, isic_id: null, public: null };
  const publish = (change) => {
    Object.assign(news, change);
    for (const response of listeners) response.write(`event: accession\ndata: ${JSON.stringify(news)}\n\n`);
  };
  accessions.unshift(news);
  publish({});
  const bad = /bad/.test(file_name);
  setTimeout(() => publish(bad ? { state: "failed", reason: "Not an image: the content is plain text." } : { state: "awaiting_review", thumbnail_url: "/s3/x/thumbnails/3.jpg", width: 600, height: 450 }), 900);
  return { id: news.id };
}

/** Lines that are open, by their address; news on one make the client read again. */
const lines = new Map();
const tell = (path) => {
  for (const response of lines.get(path) ?? []) response.write("event: changed\ndata: {}\n\n");
};
function follow(path, response) {
  if (!lines.has(path)) lines.set(path, new Set());
  response.writeHead(200, { "Content-Type": "text/event-stream" });
  response.write(": open\n\n");
  lines.get(path).add(response);
  response.on("close", () => lines.get(path).delete(response));
}

const AROUND = { role: ROLE, collections, page, orMissing, refuse, signedIn, tell };
const ROUTES = [
  ...doiRoutes(AROUND),
  ...challengeRoutes(AROUND),
  ["GET", /^\/api\/v2\/autocomplete\/collection\/$/, (_, url) => collections.filter((c) => c.name === url.searchParams.get("query"))],
  ["GET", /^\/api\/v2\/users\/me\/$/, () => (signedIn(), USER)],
  ["GET", /^\/api\/v2\/openapi\.json$/, () => JSON.parse(readFileSync("dev/openapi.json", "utf8"))],
  ["GET", /^\/api\/v2\/stats\/$/, () => ({ image: { images_count: images.length, public_images_count: images.filter((i) => i.public).length }, collection: { collections_count: 4, public_collections_count: 3 } })],
  ["GET", /^\/api\/v2\/images\/search\/size\/$/, (_, url) => ({ size: found(url.searchParams).reduce((sum, image) => sum + image.files.full.size, 0) })],
  ["GET", /^\/api\/v2\/images\/search\/$/, (_, url) => page(found(url.searchParams), url)],
  ["GET", /^\/api\/v2\/images\/facets\/$/, (_, url) => facets(found(url.searchParams))],
  ["GET", /^\/api\/v2\/images\/(\w+)\/$/, ([, id]) => orMissing(images.find((image) => image.isic_id === id))],
  ["GET", /^\/api\/v2\/lesions\/(\w+)\/$/, ([, id]) => {
    const of = images.filter((image) => image.metadata.clinical.lesion_id === id);
    const outcome = [1, 2, 3, 4, 5].map((n) => orMissing(of[0]).metadata.clinical[`diagnosis_${n}`]).filter(Boolean);
    return { id, images: of, images_count: of.length, longitudinally_monitored: true, index_image_id: of[0].isic_id, outcome_diagnosis: outcome.join(":") || null, outcome_diagnosis_1: outcome[0] ?? null };
  }],
  ["GET", /^\/api\/v2\/collections\/$/, (_, url) => page(collections.filter((c) => (c.public || ROLE) && (!url.searchParams.get("pinned") || c.pinned)), url)],
  ["GET", /^\/api\/v2\/collections\/autocomplete\/$/, () => collections.filter((c) => !c.locked)],
  ["GET", /^\/api\/v2\/collections\/sharing-info\/$/, () => [{ id: 4, owner: { id: 2, name: "Ada Example" }, shared_with: [{ id: 3, name: "Researcher Example" }] }]],
  ["POST", /^\/api\/v2\/collections\/create-from-isic-ids\/$/, () => ({ collection_id: 4 })],
  ["GET", /^\/api\/v2\/collections\/(\d+)\/$/, ([, id]) => orMissing(collections.find((c) => c.id === Number(id) && (c.public || ROLE)))],
  ["GET", /^\/api\/v2\/collections\/(\d+)\/attribution\/$/, () => [{ license: "CC-BY-NC", attribution: "Example Study Team", count: 84 }, { license: "CC-0", attribution: "Anonymous", count: 12 }]],
  ["POST", /^\/api\/v2\/collections\/\d+\/(populate|remove)-from-list\/$/, () => ({ succeeded: ["ISIC_0001012"], no_perms_or_does_not_exist: ["ISIC_9999999"], private_image_public_collection: [] })],
  ["POST", /^\/api\/v2\/zip-download\/url\/$/, () => "http://127.0.0.1/download?zsid=token"],
  ["GET", /^\/api\/v2\/autocomplete\/user\/$/, () => [{ id: 3, email: "researcher@example.org", first_name: "Rita", last_name: "Example" }]],
  ["GET", /^\/api\/v2\/contributors\/$/, (_, url) => (signedIn(), page(contributors, url))],
  ["GET", /^\/api\/v2\/cohorts\/$/, (_, url) => (signedIn(), page(cohorts, url))],
  ["POST", /^\/api\/v2\/(contributors|cohorts)\/$/, () => cohorts[0]],
  ["GET", /^\/api\/v2\/cohorts\/(\d+)\/$/, ([, id]) => (signedIn(), orMissing(cohorts.find((c) => c.id === Number(id))))],
  ["GET", /^\/api\/v2\/cohorts\/1\/accessions\/$/, (_, url) => page(accessions.filter((a) => !url.searchParams.get("state") || a.state === url.searchParams.get("state")), url)],
  ["GET", /^\/api\/v2\/cohorts\/2\/accessions\/$/, (_, url) => page([], url)],
  ["GET", /^\/api\/v2\/cohorts\/\d+\/progress\/$/, progress],
  ["POST", /^\/api\/v2\/cohorts\/\d+\/publish\/$/, () => ({ count: 6 })],
  ["POST", /^\/api\/v2\/accessions\/create-review-bulk\/$/, () => ({})],
  ["POST", /^\/api\/v2\/s3-upload\/upload-initialize\/$/, (_, url, body) => ({ object_key: body.file_name, upload_id: "u", upload_signature: body.file_name, parts: [{ part_number: 1, size: body.file_size, upload_url: "/s3/dermarium-private/uploads/part" }] })],
  ["PUT", /^\/s3\//, () => ({})],
  ["POST", /^\/s3\//, () => ({})],
  ["POST", /^\/api\/v2\/s3-upload\/upload-complete\/$/, () => ({ complete_url: "/s3/dermarium-private/uploads/done", body: "<Complete/>" })],
  ["POST", /^\/api\/v2\/s3-upload\/finalize\/$/, (_, url, body) => ({ field_value: body.upload_signature })],
  ["POST", /^\/api\/v2\/accessions\/$/, (_, url, body) => arrive(body.original_blob)],
  ["POST", /^\/api\/v2\/zip-uploads\/$/, () => ({ id: 1 })],
  ["GET", /^\/api\/v2\/zip-uploads\/1\/$/, () => ({ id: 1, cohort: 1, file_name: "clinic-b.zip", status: "extracted", reason: null, problems: [{ entry: "../../etc/passwd", reason: "The name leads out of the archive." }, { entry: "inner.zip", reason: "Archives inside archives are not opened." }], accessions: 112 })],
  ["POST", /^\/api\/v2\/metadata-files\/$/, () => ({ id: 1 })],
  ["GET", /^\/api\/v2\/metadata-files\/1\/$/, () => ({ id: 1, cohort: 1, file_name: "metadata.csv", status: "invalid", rows: 112, problems: [{ column: "sex", message: "Input should be 'male' or 'female'.", rows: [3, 9, 14, 15, 28], count: 11 }, { column: null, message: "mel_thick_mm needs a melanoma diagnosis.", rows: [40], count: 1 }], unstructured_columns: ["camera", "operator"], applied: 0 })],
];

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    return {};
  }
}

function events(response) {
  response.writeHead(200, { "Content-Type": "text/event-stream" });
  response.write(": open\n\n");
  listeners.add(response);
  response.on("close", () => listeners.delete(response));
}

function file(path, response) {
  const known = join("dist", path);
  const name = path !== "/" && existsSync(known) ? known : extname(path) ? null : "dist/index.html";
  if (!name) return response.writeHead(404).end();
  response.writeHead(200, { "Content-Type": TYPES[extname(name)] ?? "application/octet-stream", "Content-Security-Policy": CSP });
  createReadStream(name).pipe(response);
}

function picture(path, response) {
  const sum = [...path.replace("_thumbnail", "").replace(/.*\//, "")].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 9973, 7);
  response.writeHead(200, { "Content-Type": "image/jpeg", "Cache-Control": "max-age=3600" });
  createReadStream(join(SAMPLES, samples[sum % samples.length])).pipe(response);
}

createServer(async (request, response) => {
  const url = new URL(request.url, `http://${request.headers.host}`);
  const { pathname } = url;
  if (/^\/api\/v2\/(submissions|leaderboard)\/\d+\/events\/$/.test(pathname)) return follow(pathname, response);
  if (/^\/api\/v2\/cohorts\/\d+\/events\/$/.test(pathname)) return events(response);
  if (request.method === "GET" && pathname.startsWith("/s3/")) return picture(pathname, response);
  for (const [method, path, answer] of ROUTES) {
    const match = method === request.method && path.exec(pathname);
    if (!match) continue;
    try {
      const body = JSON.stringify(answer(match, url, await bodyOf(request)));
      return response.writeHead(200, { "Content-Type": "application/json", ETag: '"1"' }).end(body ?? "");
    } catch (error) {
      const status = error.status ?? 400;
      const body = error.body ?? { message: "Could not parse search query." };
      return response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    }
  }
  if (pathname.startsWith("/api/")) return response.writeHead(404, { "Content-Type": "application/json" }).end('{"detail":"Not Found"}');
  return file(pathname, response);
}).listen(Number(PORT), "127.0.0.1", () => console.log(`http://127.0.0.1:${PORT} as ${ROLE || "nobody"}`));
