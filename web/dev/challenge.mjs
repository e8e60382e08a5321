// Invented challenges: an open one with scores, an upcoming one and a closed one without.
const CATEGORIES = ["MEL", "NV", "BCC", "AKIEC", "BKL", "DF", "VASC"];
const METRICS = ["accuracy", "sensitivity", "specificity", "dice", "ppv", "npv", "auc", "auc_sens_80", "ap"];
const HOUR = 3_600_000;
const at = (hours) => new Date(Date.now() + hours * HOUR).toISOString();

let seed = 11;
const random = () => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed / 2147483648;
};

const task = (id, slug, name, change = {}) => ({
  id, slug, challenge: "dermarium-2026", name, type: "classification", metric: "balanced_accuracy",
  description: "Give each image a value for every diagnosis: how likely it is that the lesion has it.\n\nThe images are dermoscopic, from patients that occur in no public set.",
  categories: CATEGORIES, images_count: 500, state: "open", max_approaches: 3, max_submissions_per_week: 10,
  requires_manuscript: false, scores_published: true, hidden: false, locked: false, position: 0, collection_id: 1,
  sample: `image,${CATEGORIES.join(",")}\nISIC_0000001,0.5,0.5,0.5,0.5,0.5,0.5,0.5\nISIC_0000002,0.5,0.5,0.5,0.5,0.5,0.5,0.5\n`,
  ...change,
});

const RULES = "1. Use any data you like, but say so.\n2. A team may have three approaches; a person is in one team.\n3. Nobody labels the test images by hand.\n4. The scores are published after the manuscripts have been read.";
const challenges = [
  { slug: "dermarium-2026", name: "Dermarium challenge 2026", description: "How well does a method tell seven diagnoses apart on images it has never seen? Two tasks, one leaderboard each.", rules: RULES, opens_at: at(-240), closes_at: at(480), state: "open", scores_published: false, hidden: false, teams_count: 14, tasks: [task(1, "diagnosis", "Diagnosis of a lesion"), task(2, "melanoma", "Melanoma or not", { metric: "auc", categories: ["MEL"], scores_published: false, collection_id: null }), task(3, "follow-up", "Change over time", { state: "draft", categories: [], images_count: 0, scores_published: false, sample: "" })] },
  { slug: "reader-study", name: "Readers and machines", description: "The same cases for people and for methods.", rules: "", opens_at: at(900), closes_at: at(1900), state: "upcoming", scores_published: false, hidden: false, teams_count: 0, tasks: [] },
  { slug: "trial-2025", name: "Trial 2025", description: "A first trial of the scoring.", rules: RULES, opens_at: at(-9000), closes_at: at(-6000), state: "closed", scores_published: false, hidden: false, teams_count: 3, tasks: [task(4, "diagnosis", "Diagnosis", { challenge: "trial-2025", state: "closed", scores_published: false })] },
];

const NAMES = ["Lupe", "Melanoma Watchers", "Deep Dermis of the University Hospital of Example, second group", "Naevus", "Skin in the Game", "ABCDE", "Ugly Duckling", "Reticulum", "Blue-white Veil", "Starburst", "Pigment Network", "Comedo"];
const board = (grouping) => NAMES.slice(0, grouping === "by-team" ? 10 : 12).map((team_name, i) => ({
  rank: i === 3 ? 3 : i + 1, submission_id: 100 + i, approach_id: 40 + i,
  approach_name: ["Ensemble of seven", "ViT-L with test-time augmentation", "One ResNet"][i % 3],
  approach_manuscript_url: i % 3 === 0 ? "/s3/dermarium-private/manuscripts/1.pdf" : null,
  approach_uses_external_data: i % 4 === 1,
  overall_score: i === 3 ? 0.8112345678 : 0.8512345678 - i * 0.02, submission_created: at(-100 + i * 3),
  team_id: i + 1, team_name, team_institution_name: i % 2 ? null : "Hospital of Example",
  team_institution_url: i % 4 === 0 ? "https://hospital.example.org" : null, yours: i === 2,
}));

const perCategory = () => Object.fromEntries(METRICS.map((metric) => [metric, Object.fromEntries(CATEGORIES.map((name, i) => [name, metric === "ppv" && i === 5 ? null : 0.6 + random() * 0.38]))]));
function score() {
  const per_category = perCategory();
  const macro_average = Object.fromEntries(METRICS.map((metric) => {
    const values = Object.values(per_category[metric]).filter((value) => value !== null);
    return [metric, values.reduce((sum, value) => sum + value, 0) / values.length];
  }));
  const counts = CATEGORIES.map((_, row) => [...CATEGORIES.map((__, column) => (row === column ? 40 + Math.round(random() * 40) : Math.round(random() * 7))), row === 1 ? 2 : 0]);
  return { overall: 0.8112345678, validation: 0.79876, per_category, macro_average, aggregate: { balanced_accuracy: 0.8112345678901234 }, confusion: { labels: [...CATEGORIES, "undecided"], counts } };
}
const curves = () => Object.fromEntries(CATEGORIES.map((name, i) => {
  const bend = 0.12 + i * 0.06;
  const fpr = Array.from({ length: 41 }, (_, step) => step / 40);
  return [name, { threshold: fpr.map((value) => 1 - value), fpr, tpr: fpr.map((value) => value ** bend) }];
}));

const PROBLEMS = [
  { code: "MISSING_COLUMNS", message: "Missing columns in CSV: ['VASC'].", count: 1, places: [{ row: 0, column: "VASC", value: null }] },
  { code: "NOT_NUMBERS", message: "CSV contains non-floating-point value(s) in columns: ['BCC', 'MEL'].", count: 3, places: [{ row: 4, column: "MEL", value: "0,91" }, { row: 17, column: "BCC", value: "n/a" }, { row: 18, column: "BCC", value: "=SUM(B2:B9)" }] },
  { code: "OUT_OF_RANGE", message: "Values in CSV are outside the interval [0.0, 1.0] for images: ['ISIC_0000017', …].", count: 8112, places: Array.from({ length: 20 }, (_, i) => ({ row: 17 + i, column: "NV", value: String(1.2 + i) })) },
  { code: "MISSING_VALUES", message: "Missing value(s) in CSV for images: ['ISIC_0000031'].", count: 1, places: [{ row: 32, column: "DF", value: "" }] },
  { code: "MISSING_IMAGES", message: "Missing images in CSV: ['ISIC_0000499', 'ISIC_0000500'].", count: 2, places: [{ row: 0, column: "image", value: "ISIC_0000499" }, { row: 0, column: "image", value: "ISIC_0000500" }] },
];
const submission = (id, change) => ({
  id, approach: 51, approach_name: "One ResNet", task: 1, team: 3, status: "succeeded", created: at(-2), scored_at: at(-2),
  validation_score: 0.7987612345, overall_score: 0.8112345678, problems: [],
  file: { size: 48_211, sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" }, ...change,
});

export function challengeRoutes({ role, page, orMissing, refuse, signedIn, tell }) {
  const submissions = [
    submission(102, {}),
    submission(103, { task: 2, overall_score: null }),
    submission(104, { status: "failed", validation_score: null, overall_score: null, problems: PROBLEMS }),
    submission(105, { status: "queued", validation_score: null, overall_score: null, scored_at: null }),
    submission(106, { status: "internal_failure", validation_score: null, overall_score: null }),
  ];
  const team = { id: 3, challenge: "dermarium-2026", name: NAMES[2], institution: "University Hospital of Example", institution_url: "https://example.org", members: [{ id: 2, name: "Ada Example" }, { id: 5, name: "Paul Participant" }], invitations: ["researcher@example.org"] };
  const approach = (id, name, latest, change = {}) => ({ id, task: 1, team: 3, name, description: "Trained on the public images with the usual augmentations; five folds, averaged.", uses_external_data: false, manuscript_url: null, review_state: "", reject_reason: "", created: at(-100), latest, submissions_count: latest ? 3 : 0, ...change });
  const approaches = [approach(51, "One ResNet", submissions[0]), approach(52, "Ensemble of seven", submissions[2], { uses_external_data: true, review_state: "accepted" })];
  const mine = { 1: { team, approaches, submissions_left: 7, next_submission_at: null }, 2: { team: null, approaches: [], submissions_left: null, next_submission_at: null }, 3: { team: null, approaches: [], submissions_left: null, next_submission_at: null }, 4: { team, approaches: [], submissions_left: 0, next_submission_at: at(30) } };
  let invitations = [{ id: 9, team: 12, team_name: "Comedo", challenge: "reader-study", challenge_name: "Readers and machines", sender: "Rita Example" }];
  const visible = () => challenges.filter(({ hidden }) => !hidden || role === "staff");
  const tasks = () => challenges.flatMap((challenge) => challenge.tasks);
  const taskOf = (id) => orMissing(tasks().find((one) => one.id === Number(id)));
  const submissionOf = (id) => orMissing(submissions.find((one) => one.id === Number(id)));
  const change = (one, what) => (Object.assign(one, what), tell(`/api/v2/submissions/${one.id}/events/`));

  function arrive(id, file) {
    const news = submission(200 + submissions.length, { approach: Number(id), status: "queued", validation_score: null, overall_score: null, scored_at: null, created: at(0) });
    submissions.push(news);
    mine[1].submissions_left -= 1;
    setTimeout(() => change(news, { status: "scoring" }), 1500);
    setTimeout(() => {
      change(news, /bad/.test(file) ? { status: "failed", problems: PROBLEMS } : { status: "succeeded", validation_score: 0.83, overall_score: 0.8412, scored_at: at(0) });
      tell("/api/v2/leaderboard/1/events/");
    }, 3500);
    return news;
  }

  return [
    ["GET", /^\/api\/v2\/challenges\/$/, (_, url) => page(visible(), url)],
    ["POST", /^\/api\/v2\/challenges\/$/, (_, url, body) => (challenges.push({ state: "upcoming", teams_count: 0, tasks: [], slug: "new-challenge", ...body }), challenges.at(-1))],
    ["GET", /^\/api\/v2\/challenges\/([\w-]+)\/$/, ([, slug]) => orMissing(visible().find((one) => one.slug === slug))],
    ["PATCH", /^\/api\/v2\/challenges\/([\w-]+)\/$/, ([, slug], url, body) => Object.assign(orMissing(visible().find((one) => one.slug === slug)), body)],
    ["POST", /^\/api\/v2\/challenges\/([\w-]+)\/tasks\/$/, ([, slug], url, body) => {
      const made = task(90, "new-task", body.name, { ...body, challenge: slug, state: "draft", categories: [], sample: "", images_count: 0, scores_published: false });
      challenges.find((one) => one.slug === slug).tasks.push(made);
      return made;
    }],
    ["POST", /^\/api\/v2\/challenges\/([\w-]+)\/teams\/$/, ([, slug], url, body) => (mine[2].team = { ...team, ...body, id: 20, challenge: slug, invitations: body.invite })],
    ["GET", /^\/api\/v2\/tasks\/(\d+)\/$/, ([, id]) => taskOf(id)],
    ["PATCH", /^\/api\/v2\/tasks\/(\d+)\/$/, ([, id], url, body) => Object.assign(taskOf(id), body)],
    ["PUT", /^\/api\/v2\/tasks\/(\d+)\/truth\/$/, ([, id], url, body) => {
      if (/bad/.test(body.ground_truth)) throw refuse(400, { message: "The truth cannot be used.", problems: [{ code: "FAULTY_TRUTH", message: "Category 'DF' has no positive row that counts.", count: 1, places: [] }, { code: "DUPLICATE_IDS", message: "Duplicate image rows detected in CSV: ['ISIC_0000007'].", count: 1, places: [{ row: 9, column: "image", value: "ISIC_0000007" }] }] });
      Object.assign(taskOf(id), { categories: CATEGORIES, images_count: 500 });
      return { rows: 500, categories: CATEGORIES };
    }],
    ["POST", /^\/api\/v2\/tasks\/(\d+)\/open\/$/, ([, id]) => Object.assign(taskOf(id), { state: "open" })],
    ["GET", /^\/api\/v2\/tasks\/(\d+)\/mine\/$/, ([, id]) => (signedIn(), orMissing(mine[id]))],
    ["POST", /^\/api\/v2\/tasks\/(\d+)\/approaches\/$/, (_, url, body) => (mine[2].approaches.push(approach(60, body.name, null, body)), mine[2].approaches.at(-1))],
    ["PATCH", /^\/api\/v2\/approaches\/(\d+)\/$/, ([, id], url, body) => Object.assign(orMissing(approaches.find((one) => one.id === Number(id))), body)],
    ["GET", /^\/api\/v2\/tasks\/(\d+)\/approaches\/$/, (_, url) => page(approaches, url)],
    ["GET", /^\/api\/v2\/challenges\/([\w-]+)\/teams\/$/, (_, url) => page([team], url)],
    ["POST", /^\/api\/v2\/approaches\/(\d+)\/review\/$/, ([, id], url, body) => Object.assign(orMissing(approaches.find((one) => one.id === Number(id))), { review_state: body.state, reject_reason: body.reason })],
    ["POST", /^\/api\/v2\/approaches\/(\d+)\/submissions\/$/, ([, id], url, body) => arrive(id, body.predictions)],
    ["GET", /^\/api\/v2\/approaches\/(\d+)\/submissions\/$/, (_, url) => page(submissions, url)],
    ["GET", /^\/api\/v2\/submissions\/(\d+)\/$/, ([, id]) => (signedIn(), submissionOf(id))],
    ["POST", /^\/api\/v2\/submissions\/(\d+)\/rescore\/$/, ([, id]) => (change(submissionOf(id), { status: "scoring" }), {})],
    ["GET", /^\/api\/v2\/submissions\/(\d+)\/score\/$/, () => score()],
    ["GET", /^\/api\/v2\/submissions\/(\d+)\/score\/curves\/$/, () => curves()],
    ["POST", /^\/api\/v2\/teams\/(\d+)\/invitations\/$/, (_, url, body) => (team.invitations.push(body.email), {})],
    ["GET", /^\/api\/v2\/team-invitations\/$/, () => (signedIn(), invitations)],
    ["POST", /^\/api\/v2\/team-invitations\/(\d+)\/accept\/$/, () => ((invitations = []), {})],
    ["GET", /^\/api\/v2\/leaderboard\/(\d+)\/(by-team|by-approach)\/$/, ([, id, grouping]) => {
      if (!taskOf(id).scores_published && role !== "staff") throw refuse(404, { detail: "Not Found" });
      const results = id === "1" ? board(grouping) : [];
      return { count: results.length, next: null, previous: null, results };
    }],
  ];
}
