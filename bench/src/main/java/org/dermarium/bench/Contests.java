package org.dermarium.bench;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.DoubleStream;
import org.dermarium.client.Person;
import org.dermarium.client.Upload;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Hands predictions in to a running archive until they are scored, and reads a board of 10,000 submissions; prints a
 * section of the results. Arguments: address of the gateway, of identity, the archive's {@code secrets.properties}, host and
 * port of its database.
 */
public final class Contests {

    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final int TIMES = 15;
    private static final int PAGES = 200;
    private static final long LOOK = 5_000_000;

    /** What the reference took on a machine like ours, in seconds, for each of the sizes. */
    private static final double[] REFERENCE = {0.24, 2.84, 18.2};

    private final Archive staff;
    private final Archive team;
    private final String challenge;
    private final long teamId;

    private Contests(Archive staff, Archive team) {
        this.staff = staff;
        this.team = team;
        Instant now = Instant.now();
        this.challenge = staff.post(
                        "/api/v2/challenges/",
                        Map.of(
                                "name", "Bench " + now.toEpochMilli(),
                                "opens_at", now.minusSeconds(3_600).toString(),
                                "closes_at", now.plusSeconds(86_400).toString()))
                .get("slug")
                .asString();
        this.teamId = team.post("/api/v2/challenges/" + challenge + "/teams/", Map.of("name", "Bench"))
                .get("id")
                .asLong();
    }

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        var contests = new Contests(
                new Archive(args[0], args[1], Person.STAFF), new Archive(args[0], args[1], Person.PARTICIPANT));
        var text = new StringBuilder("""

                ## Submissions to scores
                From the first byte of the upload to the status with the score, through the gateway, seven categories; at best and in the middle of %d.
                The ceiling reads the same bytes and sorts the columns, in one process, without curves.

                | rows | best | p50 | ceiling | times the ceiling | the reference | times faster |
                |---|---|---|---|---|---|---|
                """.formatted(TIMES));
        for (int i = 0; i < PredictionTables.ROWS.length; i++) {
            text.append(contests.row(PredictionTables.ROWS[i], REFERENCE[i]));
        }
        double[] pages = contests.pages(args[2], args[3]);
        text.append(
                "%nFirst page (100 rows) of a board of 10,000 submissions: p50 %.1f ms, p99 %.1f ms (the reference: 223 ms).%n"
                        .formatted(Pipeline.percentile(pages, 0.5), Pipeline.percentile(pages, 0.99)));
        System.out.print(text);
    }

    private String row(int rows, double reference) throws Exception {
        long task = task(rows + " rows", rows);
        long approach = approach(task);
        long warm = System.nanoTime() + WARM_UP.toNanos();
        for (int i = 0; System.nanoTime() < warm; i++) {
            seconds(approach, PredictionTables.predictions(rows, i));
        }
        var times = new double[TIMES];
        var ceilings = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            byte[] csv = PredictionTables.predictions(rows, 1_000 + i);
            times[i] = seconds(approach, csv);
            long begin = System.nanoTime();
            PredictionTables.readAndSort(csv, rows);
            ceilings[i] = (System.nanoTime() - begin) / 1e9;
        }
        Arrays.sort(times);
        Arrays.sort(ceilings);
        double middle = times[TIMES / 2];
        return "| %,d | %.3f s | %.3f s | %.4f s | %.1f | %.2f s | %.0f |%n"
                .formatted(
                        rows,
                        times[0],
                        middle,
                        ceilings[TIMES / 2],
                        middle / ceilings[TIMES / 2],
                        reference,
                        reference / middle);
    }

    private long task(String name, int rows) {
        long task = staff.post(
                        "/api/v2/challenges/" + challenge + "/tasks/",
                        Map.of(
                                "name",
                                name,
                                "max_submissions_per_week",
                                0,
                                "max_approaches",
                                0,
                                "scores_published",
                                true))
                .get("id")
                .asLong();
        staff.sendTable("PUT", "/api/v2/tasks/" + task + "/truth/", PredictionTables.truth(rows));
        staff.post("/api/v2/tasks/" + task + "/open/", Map.of());
        return task;
    }

    private long approach(long task) {
        return team.post(
                        "/api/v2/tasks/" + task + "/approaches/",
                        Map.of("team", teamId, "name", "Random", "description", "Dice.", "uses_external_data", false))
                .get("id")
                .asLong();
    }

    private double seconds(long approach, byte[] csv) {
        long begin = System.nanoTime();
        String path = "/api/v2/approaches/" + approach + "/submissions/";
        JsonNode submission = csv.length > Archive.LARGEST_BODY
                ? team.post(
                        path,
                        Map.of(
                                "predictions",
                                team.upload(Upload.PREDICTIONS, "predictions.csv", "text/csv", csv),
                                "accepted_terms",
                                true))
                : team.sendTable("POST", path + "?accepted_terms=true", csv);
        long id = submission.get("id").asLong();
        while (true) {
            String status =
                    team.read("/api/v2/submissions/" + id + "/").get("status").asString();
            if (status.equals("succeeded")) {
                return (System.nanoTime() - begin) / 1e9;
            }
            if (!List.of("queued", "scoring").contains(status)) {
                throw new IllegalStateException("submission " + id + " ended as " + status);
            }
            LockSupport.parkNanos(LOOK);
        }
    }

    /** Milliseconds of first pages, sorted. */
    private double[] pages(String secrets, String database) throws Exception {
        long task = task("Large board", PredictionTables.ROWS[0]);
        var stored = new Properties();
        try (InputStream in = Files.newInputStream(Path.of(secrets))) {
            stored.load(in);
        }
        try (Connection line = DriverManager.getConnection(
                "jdbc:postgresql://" + database + "/challenge", "postgres", stored.getProperty("postgres-password"))) {
            LargeBoard.fill(line, task);
        }
        String path = "/api/v2/leaderboard/" + task + "/by-approach/";
        long warm = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < warm) {
            page(path);
        }
        return DoubleStream.generate(() -> page(path)).limit(PAGES).sorted().toArray();
    }

    private double page(String path) {
        long begin = System.nanoTime();
        JsonNode page = team.read(path);
        double millis = (System.nanoTime() - begin) / 1e6;
        if (page.get("count").asInt() != LargeBoard.APPROACHES) {
            throw new IllegalStateException("the board has " + page.get("count") + " rows");
        }
        return millis;
    }

    /** Fills a board past the API, which would take minutes to score each. */
    private static final class LargeBoard {

        static final int APPROACHES = 2_000;

        private LargeBoard() {}

        static void fill(Connection line, long task) throws SQLException {
            run(line, task, """
                    insert into team (challenge, name, creator)
                    select t.challenge, 'Large ' || g, 1000000 + g from task t, generate_series(1, 500) g where t.id = ?""");
            run(line, task, """
                    insert into approach (task, team, name, description, uses_external_data)
                    select t.id, m.id, 'Approach ' || g, 'd', false
                    from generate_series(1, 2000) g join task t on t.id = ?
                      join (select id, challenge, row_number() over (partition by challenge order by id) as n from team
                        where name like 'Large %') m on m.challenge = t.challenge and m.n = 1 + g % 500""");
            run(line, task, """
                    insert into submission (task, approach, team, creator, predictions_bucket, predictions_key,
                      predictions_size, predictions_sha256, predictions_crc32, predictions_content_type, status,
                      created_at, changed_at, scored_at, overall, validation)
                    select a.task, a.id, a.team, 1000000, 'none', 'none', 1, 'none', 0, 'text/csv', 'succeeded', now(), now(),
                      now(), (g * 7919 % 10007) / 10007.0, 0.5
                    from generate_series(1, 10000) g
                      join (select id, team, task, row_number() over (order by id) as n from approach where task = ?) a
                        on a.n = 1 + g % 2000""");
            // What the database does by itself before long.
            run(line, null, "vacuum analyze");
        }

        private static void run(Connection line, @Nullable Long task, String sql) throws SQLException {
            try (var statement = line.prepareStatement(sql)) {
                if (task != null) {
                    statement.setLong(1, task);
                }
                statement.execute();
            }
        }
    }
}
