package org.dermarium.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dermarium.events.Contributor;
import org.dermarium.events.User;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.file.LesionImages;
import org.dermarium.testkit.server.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.codec.ServerSentEvent;

/** What contributors see of their own while things change. */
class LiveIT extends IngestCase {

    private static final ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>> NEWS =
            new ParameterizedTypeReference<>() {};

    @Test
    void tellsNewsOfACohortAsTheyCome() {
        long cohort = cohort();
        var news = new CopyOnWriteArrayList<ServerSentEvent<Map<String, Object>>>();
        var connection = http().get()
                .uri("/api/v2/cohorts/" + cohort + "/events/")
                .headers(h -> h.setBearerAuth(OWNER))
                .exchange()
                .returnResult(NEWS)
                .getResponseBody()
                .subscribe(news::add);
        Eventually.until("the line is open", () -> !news.isEmpty());
        long id = accession(cohort, "a.jpg", LesionImages.jpeg(1, 64, 48));
        Eventually.await(
                "the image's state is told",
                () -> assertThat(news).anySatisfy(event -> {
                    assertThat(event.event()).isEqualTo("accession");
                    assertThat(event.data()).containsEntry("id", (int) id).containsEntry("state", "awaiting_review");
                }));
        connection.dispose();
    }

    /** Another instance is another connection to the same database. */
    @Test
    void tellsWhatAnotherInstanceChanged() {
        long cohort = cohort();
        long id = accession(cohort, "a.jpg", LesionImages.jpeg(1, 64, 48));
        awaitState(id, "awaiting_review");
        var news = new CopyOnWriteArrayList<ServerSentEvent<Map<String, Object>>>();
        var connection = http().get()
                .uri("/api/v2/cohorts/" + cohort + "/events/")
                .headers(h -> h.setBearerAuth(OWNER))
                .exchange()
                .returnResult(NEWS)
                .getResponseBody()
                .subscribe(news::add);
        Eventually.until("the line is open", () -> !news.isEmpty());
        db().sql("update accession set lease_until = now() where id = " + id)
                .then()
                .block();
        db().sql("update accession set file_name = 'b.jpg', version = version + 1 where id = " + id)
                .then()
                .block();
        Eventually.await(
                "the change is told",
                () -> assertThat(news)
                        .anySatisfy(event -> assertThat(event.data())
                                .containsEntry("id", (int) id)
                                .containsEntry("file_name", "b.jpg")));
        assertThat(news).filteredOn(event -> event.data() != null).hasSize(1);
        connection.dispose();
    }

    @Test
    void showsContributorsWithTheirCohorts() {
        String owner = TestTokens.shared().member(71, "new@example.org");
        long id = post(owner, "/api/v2/contributors/", contributorBody())
                .expect(201)
                .id();
        var list = get(owner, "/api/v2/contributors/").expect(200);
        assertThat(list.get("count").asInt()).isEqualTo(1);
        assertThat(list.get("results").get(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "created",
                        "creator",
                        "owners",
                        "institution_name",
                        "institution_url",
                        "legal_contact_info",
                        "default_copyright_license",
                        "default_attribution");
        var one = get(owner, "/api/v2/contributors/" + id + "/").expect(200);
        assertThat(one.get("owners").toString()).isEqualTo("[71]");
        assertThat(one.get("cohort_count").asInt()).isZero();
        var named = get(owner, "/api/v2/autocomplete/contributor/?query=lake")
                .expect(200)
                .body();
        assertThat(named.get(0).get("id").asLong()).isEqualTo(id);
        assertThat(named.get(0).get("institution_name").asString()).isEqualTo("Lakeside Skin Clinic");
    }

    @Test
    void tellsOnceOfAChangeOfOwnersHoweverManyImagesThereAre() {
        long cohort = cohort();
        long contributor =
                get(OWNER, "/api/v2/cohorts/" + cohort + "/").get("contributor").asLong();
        long id = accession(cohort, "a.jpg", LesionImages.jpeg(1, 64, 48));
        awaitState(id, "awaiting_review");
        String path = "/api/v2/contributors/" + contributor + "/owners/";
        assertThat(send(HttpMethod.PUT, OWNER, path, Map.of("owners", List.of(7, 4711)))
                        .expect(400)
                        .get("message")
                        .asString())
                .contains("4711");
        isolation().topics().publish(EventType.USER_REGISTERED, user(72));
        Eventually.await(
                "the user is known",
                () -> assertThat(send(HttpMethod.PUT, OWNER, path, Map.of("owners", List.of(7, 72)))
                                .status())
                        .isEqualTo(200));
        Contributor told = isolation()
                .topics()
                .awaitEvent(EventType.CONTRIBUTOR_CHANGED, Contributor.class, c -> c.id() == contributor)
                .state();
        assertThat(told).isEqualTo(new Contributor(contributor, 2, new TreeSet<>(List.of(7L, 72L))));
        get(TestTokens.shared().member(72, "second@example.org"), "/api/v2/accessions/" + id + "/")
                .expect(200);
    }

    private static User user(long id) {
        return new User(id, 1, "user" + id + "@example.org", "", "", false, true, java.time.Instant.now());
    }
}
