package org.dermarium.bench.million;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The section of the results that tells of many images. */
final class Report {

    private static final String TITLE = "## A million images";

    private final StringBuilder text = new StringBuilder();

    Report(int images, int listed, int open, double sentPerSecond) {
        text.append("""
                %s
                Written by `bench/million` on %s: %,d images, %,d listed, %,d public, %d cores. Times in ms, of an anonymous caller, client and servers on the same cores.
                The reference is the ISIC archive's own server with 1,006,080 images on such a machine; the ceiling is one thread that scans the same columns in memory, in the same run. An aim is for 1,006,080 images.

                The images were sent as events, %,.0f a second, while everything else ran.

                | group | topic | events | drained after | events/s |
                |---|---|---|---|---|
                """.formatted(TITLE, LocalDate.now(), images, listed, open, processors(), sentPerSecond));
    }

    void drained(Map<Drain.Reader, Drain.Done> groups) {
        groups.forEach((reader, done) -> text.append("| %s | %s | %,d | %.0f s | %,.0f |%n"
                .formatted(reader.group(), reader.topic().topicName(), done.events(), done.seconds(), done.rate())));
    }

    /** @param seconds of processor time by process while the groups drained */
    void processors(Map<String, Double> seconds, int images) {
        text.append("\nProcessor time of an image, in ms:");
        seconds.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(e -> text.append(" %s %.2f;".formatted(e.getKey(), 1_000 * e.getValue() / images)));
        text.append('\n');
    }

    void profile(String process, Map<String, Double> shares) {
        text.append("\nInside %s, by samples of a flight recording of that time:".formatted(process));
        shares.forEach((work, share) -> text.append(" %s %.0f %%;".formatted(work, 100 * share)));
        text.append('\n');
    }

    void questions() {
        text.append("""

                | read | aim | p50 | p99 | the reference | ceiling | four clients: p50 | p99 | a second | failed |
                |---|---|---|---|---|---|---|---|---|---|
                """);
    }

    void question(Question question, Latencies alone, Latencies four, @Nullable Latencies ceiling, int failed) {
        text.append("| %s | %s | %.1f | %.1f | %s | %s | %.1f | %.1f | %.0f | %d |%n"
                .formatted(
                        question.name(),
                        number(question.aim()),
                        alone.percentile(0.5),
                        alone.percentile(0.99),
                        number(question.reference()),
                        ceiling == null ? "" : "%.2f".formatted(ceiling.percentile(0.5)),
                        four.percentile(0.5),
                        four.percentile(0.99),
                        four.perSecond(),
                        failed));
    }

    void absent(Question question) {
        text.append("| %s | %s | absent | | %s | | | | | |%n"
                .formatted(question.name(), number(question.aim()), number(question.reference())));
    }

    void line(String line) {
        text.append(line).append('\n');
    }

    /** In place of what an earlier run wrote, or at the end. */
    void writeTo(Path file) throws IOException {
        String all = Files.exists(file) ? Files.readString(file) : "# Results\n";
        int from = all.indexOf(TITLE);
        int to = from < 0 ? -1 : all.indexOf("\n## ", from);
        String before = from < 0 ? all + "\n" : all.substring(0, from);
        Files.writeString(file, before + text + (to < 0 ? "" : all.substring(to)));
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static String number(@Nullable Integer millis) {
        return millis == null ? "" : "%,d".formatted(millis);
    }
}
