package org.dermarium.seed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dermarium.client.Api;
import org.dermarium.client.Patience;
import org.dermarium.client.Person;
import org.dermarium.seed.load.Collections;
import tools.jackson.databind.JsonNode;

/** A challenge on the demonstration's images with two teams on its leaderboard. Its truth is their published diagnosis. */
record DemoChallenge(Api archive) {

    private static final String SLUG = "lakeside-2026";
    private static final Duration BOUND = Duration.ofMinutes(5);
    private static final String NO_DIAGNOSIS = "NONE";

    void load(List<String> isicIds) {
        if (isThere()) {
            return;
        }
        long set = new Collections(archive)
                .filled(Person.STAFF, "Lakeside challenge test set", "The images of the Lakeside challenge.", isicIds);
        new Collections(archive).makePublic(Person.STAFF, set);
        Map<String, String> truth = truth(set);
        var categories = new TreeSet<>(truth.values());
        long task = openTask(set, table(truth, categories, (category, isIt) -> isIt ? "1.0" : "0.0"));
        submit(Person.PARTICIPANT, task, "Northern Lights", "Aurora", predictions(truth, categories, 1, 0.45));
        submit(Person.RESEARCHER, task, "Reading Room", "Baseline", predictions(truth, categories, 2, 0.15));
        archive.patch(Person.STAFF, "/api/v2/tasks/" + task + "/", Map.of("scores_published", true))
                .success();
    }

    private boolean isThere() {
        return archive.all(Person.STAFF, "/api/v2/challenges/").stream()
                .anyMatch(challenge -> challenge.get("slug").asString().equals(SLUG));
    }

    private Map<String, String> truth(long collection) {
        var truth = new TreeMap<String, String>();
        Patience.until("the test set is found", BOUND, () -> {
            archive.all(Person.STAFF, "/api/v2/images/search/?collections=" + collection)
                    .forEach(image -> truth.put(image.get("isic_id").asString(), diagnosis(image)));
            return truth.size() == 120;
        });
        return truth;
    }

    private static String diagnosis(JsonNode image) {
        String diagnosis = image.at("/metadata/clinical/diagnosis_1").asString("");
        return diagnosis.isEmpty() ? NO_DIAGNOSIS : diagnosis.toUpperCase(Locale.ROOT);
    }

    private long openTask(long collection, String truth) {
        Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        archive.post(
                        Person.STAFF,
                        "/api/v2/challenges/",
                        Map.of(
                                "slug",
                                SLUG,
                                "name",
                                "Lakeside challenge 2026",
                                "description",
                                "Tell benign from malignant lesions on generated pictures.",
                                "rules",
                                "Three approaches a team, ten submissions a week. External data must be declared.",
                                "opens_at",
                                today.toString(),
                                "closes_at",
                                today.plus(365, ChronoUnit.DAYS).toString()))
                .success();
        long task = archive.post(
                        Person.STAFF,
                        "/api/v2/challenges/" + SLUG + "/tasks/",
                        Map.of(
                                "slug", "diagnosis",
                                "name", "Lesion diagnosis",
                                "description", "A probability for each class and image.",
                                "type", "classification",
                                "metric", "balanced_accuracy",
                                "collection_id", collection,
                                "requires_manuscript", false))
                .success()
                .get("id")
                .asLong();
        archive.csv(Person.STAFF, "PUT", "/api/v2/tasks/" + task + "/truth/", truth.getBytes(UTF_8))
                .success();
        archive.post(Person.STAFF, "/api/v2/tasks/" + task + "/open/", Map.of()).success();
        return task;
    }

    private void submit(Person who, long task, String team, String approach, String predictions) {
        long teamId = archive.post(who, "/api/v2/challenges/" + SLUG + "/teams/", Map.of("name", team))
                .success()
                .get("id")
                .asLong();
        long approachId = archive.post(
                        who,
                        "/api/v2/tasks/" + task + "/approaches/",
                        Map.of(
                                "team",
                                teamId,
                                "name",
                                approach,
                                "description",
                                "Made up for the demonstration.",
                                "uses_external_data",
                                false))
                .success()
                .get("id")
                .asLong();
        String path = "/api/v2/approaches/" + approachId + "/submissions/?accepted_terms=true";
        long submission = archive.csv(who, "POST", path, predictions.getBytes(UTF_8))
                .success()
                .get("id")
                .asLong();
        Patience.until(
                "the submission of " + team + " is scored",
                BOUND,
                () -> archive.get(who, "/api/v2/submissions/" + submission + "/")
                        .success()
                        .get("status")
                        .asString()
                        .equals("succeeded"));
    }

    /** @param skill how far the right class stands out of the noise, from 0 to 1 */
    private static String predictions(Map<String, String> truth, TreeSet<String> categories, long seed, double skill) {
        var random = new Random(seed);
        return table(
                truth,
                categories,
                (category, isIt) ->
                        String.format(Locale.ROOT, "%.4f", random.nextDouble() * (1 - skill) + (isIt ? skill : 0)));
    }

    private static String table(Map<String, String> truth, TreeSet<String> categories, Cell cell) {
        String rows = truth.entrySet().stream()
                .map(row -> row.getKey()
                        + categories.stream()
                                .map(category -> "," + cell.of(category, category.equals(row.getValue())))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
        return "image," + String.join(",", categories) + "\n" + rows + "\n";
    }

    private interface Cell {
        String of(String category, boolean isIt);
    }
}
