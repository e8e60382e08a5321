package org.dermarium.e2e.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dermarium.client.Api;
import org.dermarium.e2e.archive.RunningArchive;
import org.dermarium.e2e.archive.WholeArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An alert on a metric that nobody writes keeps silent for ever: what rules and dashboards name, some service has to write. */
@ExtendWith(WholeArchive.class)
@Order(30)
class MetricNamesIT {

    private static final Pattern USED = Pattern.compile(
            "\\b(?:dermarium|http_server|jvm|kafka|process|r2dbc_pool|hikaricp|resilience4j|spring_cloud|logback|disk|system)_[a-z0-9_]+");
    private static final Pattern WRITTEN = Pattern.compile("(?m)^[a-z][a-z0-9_]+");
    private static final int LAST_SERVICE = 6;
    private static final int GATEWAY_MANAGEMENT = 10;

    private final RunningArchive archive;
    private final Api api;

    MetricNamesIT(RunningArchive archive, Api api) {
        this.archive = archive;
        this.api = api;
    }

    @Test
    void everyMetricOfRulesAndDashboardsIsWrittenBySomeService() throws IOException {
        Path deploy = RunningArchive.ROOT.resolve("deploy");
        assertThat(written()).containsAll(used(deploy.resolve("prometheus/rules.yml")));
        try (var dashboards = Files.newDirectoryStream(deploy.resolve("grafana/dashboards"), "*.json")) {
            for (Path dashboard : dashboards) {
                assertThat(written()).as(dashboard.toString()).containsAll(used(dashboard));
            }
        }
    }

    private Set<String> written() {
        return IntStream.concat(IntStream.rangeClosed(1, LAST_SERVICE), IntStream.of(GATEWAY_MANAGEMENT))
                .mapToObj(service -> URI.create(archive.serviceUrl(service) + "/actuator/prometheus"))
                .map(metrics ->
                        api.send(HttpRequest.newBuilder(metrics).build()).text())
                .flatMap(text -> WRITTEN.matcher(text).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> used(Path file) throws IOException {
        return USED.matcher(Files.readString(file))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
