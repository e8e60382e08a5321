// Invented DOIs: one published, one draft that can be published before one's eyes.
const SHA = (seed) => [...Array(64)].map((_, at) => "0123456789abcdef"[(seed * 7 + at * at * 3 + at * seed) % 16]).join("");
const STEPS = ["lock", "release", "open", "freeze", "mint", "live"];
const LICENSES = [
  { license: "CC-BY", title: "Creative Commons Attribution 4.0 International", url: "https://creativecommons.org/licenses/by/4.0/", images: 180 },
  { license: "CC-0", title: "CC0 1.0 Universal", url: "https://creativecommons.org/publicdomain/zero/1.0/", images: 33 },
];

function citations(doi, title) {
  return {
    apa: `Department of Dermatology, Hospital of Example, & Example Study Team. (2026). ${title} (Version 1.0.0) [Data set]. Dermarium. https://doi.org/${doi}`,
    bibtex: `@dataset{dermarium_${doi.split(".").at(-1)},\n  author    = {{Department of Dermatology, Hospital of Example} and {Example Study Team}},\n  title     = {${title}},\n  year      = {2026},\n  version   = {1.0.0},\n  publisher = {Dermarium},\n  doi       = {${doi}}\n}`,
    ris: `TY  - DATA\nAU  - Department of Dermatology, Hospital of Example\nTI  - ${title}\nPY  - 2026\nDO  - ${doi}\nER  -`,
  };
}

function made({ slug, suffix, title, description, collection, state, role }) {
  const doi = `10.5072/dermarium.${suffix}`;
  const files = state !== "published" ? [] : [
    { kind: "bundle", name: `${slug}.zip`, description: "", size: 412_482_113, content_type: "application/zip" },
    { kind: "metadata", name: `${slug}.csv`, description: "", size: 84_220, content_type: "text/csv" },
    { kind: "manifest", name: "manifest-sha256.txt", description: "", size: 20_480, content_type: "text/plain" },
    { kind: "supplement", name: "code-book.pdf", description: "What each column means and how it was measured", size: 340_112, content_type: "application/pdf" },
  ].map((file, at) => ({ ...file, sha256: SHA(at + 3), url: `/s3/dermarium-public/dois/${doi.replace("/", "-")}/${file.name}` }));
  const isDraft = state === "draft";
  return {
    slug, doi, doi_url: `https://doi.org/${doi}`, state, title, description, version: "1.0.0",
    collection_id: collection.id, collection_name: collection.name,
    creators: [{ name: "Department of Dermatology, Hospital of Example", images: 121 }, { name: "Example Study Team", images: 80 }, { name: "Anonymous", images: 12 }],
    licenses: LICENSES, images_count: 213, lesions_count: 140, patients_count: 118,
    related_identifiers: [{ relation_type: "IsDescribedBy", related_identifier_type: "DOI", related_identifier: "10.1038/s41597-018-0161-1" }],
    supplemental_files: [{ name: "code-book.pdf", description: "What each column means and how it was measured", size: 340_112 }],
    files, approved: !isDraft || role === "staff",
    may: { edit: isDraft, approve: isDraft && role === "staff", publish: isDraft && role === "staff", discard: isDraft },
    progress: null, created: "2026-11-20T09:30:00Z", published_at: state === "published" ? "2026-11-22T10:00:00Z" : null,
    publication_year: 2026, citations: citations(doi, title), page_url: `/doi/${doi}/`,
  };
}

/** Moves a DOI that is being published one step further each second. */
function advance(doi) {
  if (doi.state !== "publishing") return;
  const seconds = (Date.now() - doi.begun) / 1000;
  const at = Math.floor(seconds / 2);
  const moment = (step) => new Date(doi.begun + step * 2000).toISOString();
  if (at >= STEPS.length) {
    const full = made({ slug: doi.slug, suffix: "mock", title: doi.title, description: doi.description, collection: { id: doi.collection_id, name: doi.collection_name }, state: "published" });
    Object.assign(doi, { state: "published", published_at: new Date().toISOString(), files: full.files, progress: null });
    return;
  }
  const total = { release: 12, freeze: 412_482_113 };
  doi.progress = {
    step: STEPS[at],
    problem: STEPS[at] === "mint" ? "The registrar asked to wait for 2 seconds." : null,
    steps: STEPS.map((name, i) => ({
      name, state: i < at ? "done" : i === at ? "running" : "waiting",
      done: name in total && i <= at ? (i < at ? total[name] : Math.round((total[name] * (seconds % 2)) / 2)) : null,
      total: name in total && i <= at ? total[name] : null,
      started_at: i <= at ? moment(i) : null, finished_at: i < at ? moment(i + 1) : null,
    })),
  };
}

export function doiRoutes({ role, collections, page, orMissing, refuse }) {
  const dois = [
    made({ slug: "milk-study-first-release", suffix: "k3v9x2pa", title: "MILK study, first release", description: "Paired dermoscopic and clinical close-up images of the same lesions, all with histopathology.\n\nConsecutive patients of two outpatient clinics; every lesion was photographed with both devices on the same day.", collection: collections[1], state: "published", role }),
    made({ slug: "reader-study-2026", suffix: "7m2qd0ce", title: "Reader study 2026", description: "Images of the reader study, with the answers of the readers as a supplement.", collection: collections[3], state: "draft", role }),
    made({ slug: "being-published", suffix: "9tq4hw11", title: "Acral lesions, for teaching", description: "Palms, soles and nails.", collection: { id: 77, name: "Acral lesions, for teaching" }, state: "published", role }),
  ];
  Object.assign(dois[2], { state: "publishing", files: [], published_at: null, begun: Date.now() - 6000, frozen: true });
  dois[2].progress = null;
  const visible = () => dois.filter(({ state }) => state === "published" || role);
  const find = (slug) => {
    const doi = orMissing(visible().find((one) => one.slug === slug));
    if (doi.frozen) doi.begun = Date.now() - 7300;
    advance(doi);
    return doi;
  };
  const draft = (slug) => {
    const doi = find(slug);
    if (doi.state !== "draft") throw refuse(409, { error: "This DOI is already being published." });
    return doi;
  };
  return [
    ["GET", /^\/api\/v2\/doi\/$/, (_, url) => page(visible(), url)],
    ["POST", /^\/api\/v2\/doi\/$/, (_, url, body) => {
      const collection = orMissing(collections.find(({ id }) => id === body.collection_id));
      const doi = made({ slug: "new-draft", suffix: "00000000", title: body.title, description: body.description, collection, state: "draft", role });
      dois.push(Object.assign(doi, { related_identifiers: body.related_identifiers, supplemental_files: [] }));
      return { slug: doi.slug };
    }],
    ["GET", /^\/api\/v2\/doi\/([\w-]+)\/$/, ([, slug]) => find(slug)],
    ["PATCH", /^\/api\/v2\/doi\/([\w-]+)\/$/, ([, slug], url, body) => (Object.assign(draft(slug), body), { message: "Draft DOI updated successfully." })],
    ["POST", /^\/api\/v2\/doi\/([\w-]+)\/approve\/$/, ([, slug]) => (Object.assign(draft(slug), { approved: true }), {})],
    ["POST", /^\/api\/v2\/doi\/([\w-]+)\/publish\/$/, ([, slug]) => {
      Object.assign(draft(slug), { state: "publishing", begun: Date.now(), may: { edit: false, approve: false, publish: false, discard: false } });
      return { message: "DOI publish task started successfully." };
    }],
    ["DELETE", /^\/api\/v2\/doi\/([\w-]+)\/$/, ([, slug]) => (dois.splice(dois.indexOf(draft(slug)), 1), null)],
  ];
}
