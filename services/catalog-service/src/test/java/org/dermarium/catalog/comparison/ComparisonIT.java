package org.dermarium.catalog.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dermarium.catalog.CatalogCase;
import org.dermarium.events.Image;
import org.dermarium.events.User;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** What the catalogue answers of the reference archive's recordings, asked by the program that came with them. */
@EnabledIf("org.dermarium.catalog.comparison.ComparisonImages#areAtHand")
class ComparisonIT extends CatalogCase {

    /** Those of {@code docs/comparison.md}. */
    private static final int KNOWN = 37;

    private static final long PLAIN = 1;
    private static final long OWNER = 2;
    private static final Duration LOADING = Duration.ofMinutes(5);
    private static final Pattern OWN = Pattern.compile(
            "/api/v2/(images/(?!search|facets)|collections|lesions|zip-download" + "|autocomplete/collection|stats).*");
    private static final Pattern SUMMARY = Pattern.compile("equal (\\d+)/(\\d+)");

    @LocalServerPort
    private int port;

    @Test
    void answersAsTheReferenceDoes() throws Exception {
        load();
        List<String> files = new ArrayList<>();
        for (String name : List.of("collections", "images", "lesions", "pages", "find", "shapes")) {
            files.add(ownPartOf("isic-" + name + ".ndjson").toString());
        }
        Path differences = Path.of("target/comparison.ndjson").toAbsolutePath();
        List<String> command = new ArrayList<>(List.of(
                "python3",
                ComparisonImages.SHARED.resolve("tools/replay.py").toString(),
                "--base",
                "http://127.0.0.1:8000",
                "--out",
                differences.toString(),
                "--show",
                "200",
                "--tokens",
                "plain=" + member(PLAIN) + ",owner=" + member(OWNER) + ",staff=" + staff()));
        command.addAll(files);
        var program = new ProcessBuilder(command).redirectErrorStream(true);
        // Links name the public address; behind a proxy that is this service.
        program.environment().put("http_proxy", "http://127.0.0.1:" + port);
        program.environment().remove("no_proxy");
        program.environment().remove("NO_PROXY");
        Process replay = program.start();
        String said = new String(replay.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Files.writeString(Path.of("target/comparison.txt"), said);

        Matcher summaries = SUMMARY.matcher(said);
        int equal = 0;
        int asked = 0;
        while (summaries.find()) {
            equal += Integer.parseInt(summaries.group(1));
            asked += Integer.parseInt(summaries.group(2));
        }
        assertThat(asked).as(said).isGreaterThan(200);
        assertThat(asked - equal).as(said).isLessThanOrEqualTo(KNOWN);
    }

    private void load() throws Exception {
        List<Image> images = new ComparisonImages().of(OWNER);
        var at = Instant.EPOCH;
        topics().publish(
                        EventType.USER_REGISTERED,
                        new User(PLAIN, 1, "plain@example.org", "", "", false, true, at),
                        new User(OWNER, 1, "owner@example.org", "", "", false, true, at));
        topics().publish(EventType.CONTRIBUTOR_CREATED, contributors(images.getFirst()));
        topics().publish(EventType.IMAGE_PUBLISHED, images.toArray(Image[]::new));
        Eventually.until(
                "the set is in the catalogue",
                LOADING,
                () -> get(member(OWNER), "/api/v2/images/?limit=1").get("count").asInt() == images.size());
        long a = collection(
                staff(), "Comparison A, sevenths", "Every seventh public row", images, i -> i % 7 == 0, true);
        collection(member(OWNER), "Comparison B, elevenths", "", images, i -> i % 11 == 0, false);
        long c = collection(
                member(OWNER), "Comparison C, thirteenths", "Shared with **plain**", images, i -> i % 13 == 0, false);
        int last = IntStream.range(0, images.size())
                .filter(i -> images.get(i).isPublic())
                .limit(150)
                .max()
                .orElseThrow();
        String about = "# Pinned\nThe first 150 public rows";
        long d = collection(staff(), "Comparison D, first 150", about, images, i -> i <= last, true);
        post(staff(), "/api/v2/collections/" + d + "/set-pinned/", Map.of("pinned", true));
        post(staff(), "/api/v2/collections/" + c + "/share/", Map.of("user_ids", List.of(PLAIN)));
        assertThat(a).isPositive();
    }

    private long collection(
            String token, String name, String about, List<Image> images, IntPredicate in, boolean isPublic) {
        List<String> ids = IntStream.range(0, images.size())
                .filter(in)
                .mapToObj(images::get)
                .filter(i -> !isPublic || i.isPublic())
                .map(Image::isicId)
                .toList();
        var body = Map.of("name", name, "description", about, "isic_ids", ids);
        long id = post(token, "/api/v2/collections/create-from-isic-ids/", body)
                .get("collection_id")
                .asLong();
        if (isPublic) {
            post(token, "/api/v2/collections/" + id + "/set-public/", Map.of("public", true));
        }
        return id;
    }

    /** The records of a file that the catalogue answers and not another service. */
    private static Path ownPartOf(String file) throws Exception {
        var json = new JsonMapper();
        Path own = Path.of("target/" + file).toAbsolutePath();
        try (Stream<String> lines = Files.lines(ComparisonImages.SHARED.resolve("cases/recordings/" + file))) {
            return Files.write(
                    own,
                    lines.filter(l -> OWN.matcher(json.readTree(l).get("path").asString())
                                    .matches())
                            .toList());
        }
    }
}
