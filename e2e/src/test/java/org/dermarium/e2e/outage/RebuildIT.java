package org.dermarium.e2e.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.dermarium.client.Api;
import org.dermarium.client.Person;
import org.dermarium.e2e.archive.RunningArchive;
import org.dermarium.e2e.archive.WholeArchive;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Projections are thrown away and made again from the topics; every count stays the same. */
@ExtendWith(WholeArchive.class)
@Order(21)
class RebuildIT {

    private static final Duration BOUND = Duration.ofMinutes(3);

    private final RunningArchive archive;
    private final Api api;

    RebuildIT(RunningArchive archive, Api api) {
        this.archive = archive;
        this.api = api;
    }

    @Test
    void searchIndexIsTheSameAfterwards() {
        List<JsonNode> before = searchCounts();
        rebuild(RunningArchive.SEARCH);
        assertThat(searchCounts()).isEqualTo(before);
    }

    @Test
    void catalogueIsTheSameAfterwards() {
        List<JsonNode> before = catalogueCounts();
        rebuild(RunningArchive.CATALOG);
        assertThat(catalogueCounts()).isEqualTo(before);
    }

    private List<JsonNode> searchCounts() {
        return List.of(
                api.facets(Person.ANONYMOUS, ""),
                api.facets(Person.STAFF, ""),
                api.facets(Person.CONTRIBUTOR, ""),
                api.get(Person.STAFF, Api.searchPath("") + "&limit=1").success().get("count"),
                api.get(Person.STAFF, "/api/v2/images/search/size/").success());
    }

    private List<JsonNode> catalogueCounts() {
        return List.of(
                api.get(Person.ANONYMOUS, "/api/v2/images/?limit=5").success().get("count"),
                api.get(Person.STAFF, "/api/v2/images/?limit=5").success().get("count"),
                api.get(Person.STAFF, "/api/v2/lesions/?limit=5").success().get("count"),
                api.get(Person.STAFF, "/api/v2/stats/").success().get("image"));
    }

    private void rebuild(int service) {
        URI endpoint = URI.create(archive.serviceUrl(service) + "/actuator/rebuild");
        api.send(HttpRequest.newBuilder(endpoint)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}"))
                        .build())
                .success();
        Eventually.await(
                "the rebuild is done",
                BOUND,
                () -> assertThat(api.send(HttpRequest.newBuilder(endpoint).build())
                                .success()
                                .get("phase")
                                .asString())
                        .isEqualTo("DONE"));
    }
}
