package org.dermarium.e2e.outage;

import static org.dermarium.client.Person.ANONYMOUS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dermarium.client.Api;
import org.dermarium.e2e.archive.Command;
import org.dermarium.e2e.archive.RunningArchive;
import org.dermarium.testkit.Eventually;
import tools.jackson.databind.JsonNode;

/** The machine's Prometheus: it reads the services of a running archive each second and holds our rules against them. */
final class Prometheus implements AutoCloseable {

    private static final String PROGRAM = "prometheus";
    private static final Pattern DEFAULT_PORT = Pattern.compile("127\\.0\\.0\\.1:81(\\d\\d)");

    /** Labels that say nothing here: every rule has one severity, every service one instance. */
    private static final Set<String> UNSAID = Set.of("alertname", "severity", "job", "instance");

    private final Process process;
    private final String url;
    private final Api api;

    private Prometheus(Process process, String url, Api api) {
        this.process = process;
        this.url = url;
        this.api = api;
    }

    static boolean isInstalled() {
        return Command.exists(PROGRAM);
    }

    /** With the scrape file of {@code deploy}, as {@code ./dermarium up --dashboards} does it. */
    static Prometheus start(RunningArchive archive, Api api, FastRules rules) throws IOException {
        Path folder = RunningArchive.TARGET.resolve(PROGRAM);
        RunningArchive.eraseTree(folder);
        Files.createDirectories(folder);
        rules.write(folder.resolve("rules.yml"));
        Path config = Files.writeString(folder.resolve("prometheus.yml"), scraping(archive));
        String url = archive.serviceUrl(RunningArchive.PROMETHEUS);
        Process process = new ProcessBuilder(
                        PROGRAM,
                        "--config.file=" + config,
                        "--web.listen-address=" + url.substring("http://".length()),
                        "--storage.tsdb.path=" + folder.resolve("data"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
        var prometheus = new Prometheus(process, url, api);
        Eventually.until(
                "Prometheus is ready",
                () -> api.get(ANONYMOUS, url + "/-/ready").status() == 200);
        return prometheus;
    }

    /** What fires now, such as {@code InboxStuck{service=search, topic=images}}; what waits for its time is left out. */
    Set<String> firing() {
        JsonNode alerts = api.get(ANONYMOUS, url + "/api/v1/alerts").success().at("/data/alerts");
        return alerts.valueStream()
                .filter(alert -> alert.get("state").asString().equals("firing"))
                .map(alert -> told(alert.get("labels")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static String scraping(RunningArchive archive) throws IOException {
        String scrape = Files.readString(RunningArchive.ROOT.resolve("deploy/prometheus/prometheus.yml"));
        return DEFAULT_PORT
                .matcher(scrape)
                .replaceAll(port ->
                        archive.serviceUrl(Integer.parseInt(port.group(1))).substring("http://".length()))
                .replace("_interval: 15s", "_interval: 1s");
    }

    private static String told(JsonNode labels) {
        var said = new TreeMap<String, String>();
        labels.properties().stream()
                .filter(label -> !UNSAID.contains(label.getKey()))
                .forEach(label -> said.put(label.getKey(), label.getValue().asString()));
        return labels.get("alertname").asString() + (said.isEmpty() ? "" : said);
    }
}
