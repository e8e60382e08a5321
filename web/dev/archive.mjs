// Invented images, collections and cohorts for looking at the pages without the services.
import { readFileSync } from "node:fs";

const tree = (file) => JSON.parse(readFileSync(new URL(`../src/taxonomy/${file}.json`, import.meta.url)));
const DIAGNOSES = tree("diagnosis");
const SITES = tree("site");

let seed = 7;
const random = () => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed / 2147483648;
};
const pick = (list) => list[Math.floor(random() * list.length)];
const maybe = (share, value) => (random() < share ? value() : undefined);

function walk(root, likely) {
  const path = [];
  for (let at = root; Object.keys(at).length > 0 && random() < 0.92; at = at[path.at(-1)]) {
    const names = Object.keys(at);
    path.push(path.length === 0 && likely ? likely : pick(names.slice(0, 6)));
  }
  return path;
}

const LESIONS = 260;
const COUNT = 640;

function image(at) {
  const likely = pick(["Benign", "Benign", "Benign", "Malignant", "Malignant", "Indeterminate"]);
  const diagnosis = walk(DIAGNOSES, likely);
  const site = walk(SITES);
  const id = `ISIC_${String(at * 37 + 1012).padStart(7, "0")}`;
  const kind = pick(["dermoscopic", "dermoscopic", "dermoscopic", "clinical: close-up", "TBP tile: close-up"]);
  const clinical = {
    sex: maybe(0.94, () => pick(["male", "female"])),
    age_approx: maybe(0.95, () => Math.min(85, 5 * Math.round((20 + random() * 35 + random() * 35) / 5))),
    diagnosis_confirm_type: maybe(0.7, () => pick(["histopathology", "single image expert consensus", "serial imaging showing no change"])),
    melanocytic: maybe(0.8, () => random() < 0.6),
    fitzpatrick_skin_type: maybe(0.3, () => pick(["I", "II", "III", "IV"])),
    mel_thick_mm: likely === "Malignant" ? maybe(0.4, () => (random() * 4).toFixed(2)) : undefined,
    mel_ulcer: likely === "Malignant" ? maybe(0.3, () => random() < 0.3) : undefined,
    family_hx_mm: maybe(0.3, () => random() < 0.2),
    personal_hx_mm: maybe(0.3, () => random() < 0.2),
    acquisition_day: maybe(0.5, () => pick([0, 0, 91, 184])),
    lesion_id: `IL_${String((at % LESIONS) + 1).padStart(7, "0")}`,
    patient_id: `IP_${String((at % 190) + 1).padStart(7, "0")}`,
  };
  diagnosis.forEach((name, level) => {
    clinical[`diagnosis_${level + 1}`] = name;
  });
  site.forEach((name, level) => {
    clinical[`anatom_site_${level + 1}`] = name;
  });
  const isPublic = random() > 0.06;
  const bucket = isPublic ? "dermarium-public" : "dermarium-private";
  return {
    isic_id: id,
    public: isPublic,
    copyright_license: pick(["CC-0", "CC-BY", "CC-BY-NC", "CC-BY-NC"]),
    attribution: pick(["Anonymous", "Department of Dermatology, Hospital of Example", "Example Study Team"]),
    files: {
      full: { url: `/s3/${bucket}/images/${id}.jpg`, size: 180_000 + at * 311 },
      thumbnail_256: { url: `/s3/${bucket}/thumbnails/${id}_thumbnail.jpg`, size: 9000 },
    },
    metadata: {
      acquisition: { pixels_x: 600, pixels_y: 450, image_type: kind, image_manipulation: "instrument only" },
      clinical: JSON.parse(JSON.stringify(clinical)),
    },
  };
}

export const images = Array.from({ length: COUNT }, (_, at) => image(at));

export const collections = [
  ["Melanoma teaching set", "Forty cases for the first year of residency: look, decide, compare.", true, true],
  ["MILK study, first release", "Paired dermoscopic and clinical close-up images of the same lesions, all with histopathology.", true, true],
  ["Acral lesions", "Palms, soles and nails.", true, false],
  ["Reader study 2026, private draft", "Not to be shown before the study is closed.", false, false],
].map(([name, description, isPublic, pinned], at) => ({
  id: at + 1,
  name,
  description,
  public: isPublic,
  pinned,
  locked: at === 1,
  doi: at === 1 ? "10.34970/123456" : null,
  doi_url: at === 1 ? "https://doi.org/10.34970/123456" : null,
}));

export const inCollection = (id, at) => at % (id + 2) === 0;

const STATES = ["published", "accepted", "awaiting_review", "awaiting_review", "failed", "skipped", "processing", "rejected"];
const REASONS = {
  failed: "The image is cut off: its data end at 61 % of the picture.",
  skipped: "Not an image: the content is a PDF document.",
  rejected: "The reviewer rejected it.",
};
export const accessions = Array.from({ length: 48 }, (_, at) => {
  const state = STATES[at % STATES.length];
  const decoded = !["failed", "skipped", "processing"].includes(state);
  return {
    id: 1000 + at,
    cohort: 1,
    file_name: `clinic-a_${String(at).padStart(4, "0")}.${state === "skipped" ? "pdf" : "jpg"}`,
    state,
    reason: REASONS[state] ?? null,
    isic_id: state === "published" ? images[at].isic_id : null,
    public: state === "published" ? at % 3 !== 0 : null,
    width: decoded ? 1872 : null,
    height: decoded ? 1053 : null,
    size: 412_000 + at * 900,
    created: "2026-11-20T09:30:00Z",
    thumbnail_url: decoded ? `/s3/dermarium-private/thumbnails/${at}.jpg` : null,
    metadata: decoded ? images[at].metadata.clinical : {},
  };
});

export const contributors = [
  {
    id: 1, created: "2026-09-01T08:00:00Z", creator: 2, owners: [2],
    institution_name: "Hospital of Example", institution_url: "https://hospital.example.org",
    legal_contact_info: "legal@hospital.example.org", default_copyright_license: "CC-BY",
    default_attribution: "Department of Dermatology, Hospital of Example",
  },
];
export const cohorts = ["Pigmented lesions 2025", "Follow-up of naevi, embargoed"].map((name, at) => ({
  id: at + 1, created: "2026-09-02T08:00:00Z", creator: 2, contributor: 1, name,
  description: "Consecutive patients of the outpatient clinic.", default_copyright_license: "CC-BY",
  default_attribution: "Department of Dermatology, Hospital of Example", accession_count: at === 0 ? 48 : 0,
}));
