package org.dermarium.embedded.dashboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dermarium.embedded.fleet.CannotStart;
import org.dermarium.embedded.home.Home;
import org.dermarium.embedded.home.Ports;
import org.dermarium.embedded.process.Daemon;
import org.dermarium.embedded.process.Readiness;
import org.dermarium.embedded.process.StopSignal;
import org.dermarium.embedded.service.Service;

/**
 * What {@code up --dashboards} starts besides: the machine's Prometheus with our scrape file and alert rules, and its
 * Grafana with our dashboards.
 *
 * @param instances how many processes run each service
 * @param deploy the folder with {@code prometheus/} and {@code grafana/}
 */
public record Dashboards(Home home, Ports ports, int instances, Path deploy) {

    private static final int TIER = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern DEFAULT_PORT = Pattern.compile("\"127\\.0\\.0\\.1:81(\\d\\d)\"");

    /** Those to start; Prometheus is required, Grafana taken where it is found. */
    public List<Daemon> wanted() {
        if (Installed.program("prometheus").isEmpty()) {
            throw new CannotStart("--dashboards needs Prometheus, which is not installed (on Debian: apt-get install"
                    + " --no-install-recommends prometheus).");
        }
        List<Daemon> wanted = new ArrayList<>(List.of(prometheus()));
        if (Installed.program("grafana").isPresent()) {
            wanted.add(grafana());
        }
        return wanted;
    }

    /** Both, running or not. */
    public List<Daemon> known() {
        return List.of(prometheus(), grafana());
    }

    public String address(Daemon daemon) {
        return "http://127.0.0.1:" + daemon.ports().getFirst();
    }

    private Daemon prometheus() {
        return daemon("prometheus", ports.prometheus(), "/-/ready", "--storage.tsdb.path=", this::startPrometheus);
    }

    private Daemon grafana() {
        return daemon(
                "grafana", ports.grafana(), "/api/health", "--configOverrides=cfg:paths.data=", this::startGrafana);
    }

    private Daemon daemon(String name, int port, String health, String dataOption, Daemon.Launch launch) {
        return new Daemon(
                name,
                TIER,
                List.of(port),
                () -> "",
                dataOption + data(name),
                launch,
                Readiness.http("http://127.0.0.1:" + port + health, status -> status == 200),
                StopSignal.TERM,
                PATIENCE);
    }

    private ProcessBuilder startPrometheus() throws IOException {
        Path folder = Files.createDirectories(home.data("prometheus"));
        Path rules = deploy.resolve("prometheus/rules.yml");
        Files.copy(rules, folder.resolve(rules.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        String scrape = Files.readString(deploy.resolve("prometheus/prometheus.yml"));
        Path config = Files.writeString(folder.resolve("prometheus.yml"), withOurPorts(scrape));
        return new ProcessBuilder(
                program("prometheus"),
                "--config.file=" + config,
                "--web.listen-address=127.0.0.1:" + ports.prometheus(),
                "--storage.tsdb.path=" + data("prometheus"),
                "--storage.tsdb.retention.time=7d");
    }

    private ProcessBuilder startGrafana() throws IOException {
        Path data = Files.createDirectories(data("grafana"));
        var process = new ProcessBuilder(
                program("grafana"),
                "server",
                "--homepath=/usr/share/grafana",
                "--configOverrides=cfg:paths.data=" + data);
        var environment = process.environment();
        environment.put("GF_SERVER_HTTP_ADDR", "127.0.0.1");
        environment.put("GF_SERVER_HTTP_PORT", Integer.toString(ports.grafana()));
        environment.put(
                "GF_PATHS_PROVISIONING", deploy.resolve("grafana/provisioning").toString());
        environment.put("GF_AUTH_ANONYMOUS_ENABLED", "true");
        environment.put("GF_ANALYTICS_REPORTING_ENABLED", "false");
        environment.put(
                "DERMARIUM_DASHBOARDS", deploy.resolve("grafana/dashboards").toString());
        environment.put("DERMARIUM_PROMETHEUS", "http://127.0.0.1:" + ports.prometheus());
        return process;
    }

    /** The scrape file is written for one instance of each service on the default ports, so that it can be used without us. */
    private String withOurPorts(String scrape) {
        return DEFAULT_PORT.matcher(scrape).replaceAll(match -> targets(Integer.parseInt(match.group(1))));
    }

    private String targets(int offset) {
        int each = Service.isRepeated(offset) ? instances : 1;
        return IntStream.rangeClosed(1, each)
                .mapToObj(number -> "\"127.0.0.1:" + ports.ofInstance(number).at(offset) + "\"")
                .collect(Collectors.joining(", "));
    }

    private Path data(String name) {
        return home.data(name).resolve("data");
    }

    private static String program(String name) {
        return Installed.program(name).orElseThrow().toString();
    }
}
