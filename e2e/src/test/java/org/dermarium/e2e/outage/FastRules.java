package org.dermarium.e2e.outage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dermarium.e2e.archive.RunningArchive;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/**
 * The alert rules in fast motion: every time in them is divided by the same number, so that seconds of an outage do what
 * minutes do to people who are on call. Metrics, labels and comparisons stay as they are. What is not known to be a time, or
 * to be none, is refused: a drill of other rules would prove nothing.
 */
record FastRules(Map<String, Object> groups, Set<String> alerts) {

    private static final Path FILE = RunningArchive.ROOT.resolve("deploy/prometheus/rules.yml");

    private static final int FACTOR = 20;

    /** Seconds; a rate needs a few samples, and one is taken each second. */
    private static final int SHORTEST_RANGE = 4;

    private static final int MINUTE = 60;

    private static final Set<String> PARTS = Set.of("alert", "expr", "for", "labels", "annotations");
    private static final Pattern DURATION = Pattern.compile("([1-9]\\d*)m");
    private static final Pattern RANGE = Pattern.compile("\\[([^]]*)]");
    private static final Pattern THRESHOLD = Pattern.compile("([<>]=?|[!=]=) *([\\d.]+)");
    private static final Pattern OTHER_TIME = Pattern.compile("\\b\\d+(?:ms|[smhdwy])\\b|\\boffset\\s|@");

    /** Thresholds that are counts, shares and states. */
    private static final Set<String> NO_TIMES = Set.of("0", "1", "5", "0.01");

    static FastRules read() throws IOException {
        Map<String, Object> file = new Yaml().load(Files.readString(FILE));
        var alerts = new TreeSet<String>();
        for (Object group : list(file.get("groups"))) {
            for (Object rule : list(map(group).get("rules"))) {
                hasten(map(rule));
                alerts.add(text(map(rule), "alert"));
            }
        }
        return new FastRules(file, alerts);
    }

    /** JSON is YAML. */
    void write(Path file) throws IOException {
        Files.write(file, new JsonMapper().writeValueAsBytes(groups));
    }

    private static void hasten(Map<String, Object> rule) {
        require(PARTS.containsAll(rule.keySet()), rule);
        if (rule.containsKey("for")) {
            rule.put("for", seconds(rule, text(rule, "for")) + "s");
        }
        String expression = text(rule, "expr");
        require(!OTHER_TIME.matcher(RANGE.matcher(expression).replaceAll("")).find(), rule);
        String ranges = RANGE.matcher(expression)
                .replaceAll(range -> "[" + Math.max(SHORTEST_RANGE, seconds(rule, range.group(1))) + "s]");
        rule.put(
                "expr",
                THRESHOLD
                        .matcher(ranges)
                        .replaceAll(compared -> compared.group(1) + " " + threshold(rule, compared.group(2))));
    }

    private static int seconds(Map<String, Object> rule, String duration) {
        var minutes = DURATION.matcher(duration);
        require(minutes.matches(), rule);
        return Integer.parseInt(minutes.group(1)) * MINUTE / FACTOR;
    }

    private static String threshold(Map<String, Object> rule, String number) {
        if (NO_TIMES.contains(number)) {
            return number;
        }
        require(number.matches("[1-9]\\d+") && text(rule, "expr").contains("_seconds"), rule);
        return Double.toString(Integer.parseInt(number) / (double) FACTOR);
    }

    private static void require(boolean isKnown, Map<String, Object> rule) {
        if (!isKnown) {
            throw new IllegalStateException("FastRules does not know which times this rule has: " + rule);
        }
    }

    private static String text(Map<String, Object> rule, String part) {
        require(rule.get(part) instanceof String, rule);
        return (String) rule.get(part);
    }

    private static List<?> list(Object node) {
        return (List<?>) node;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
