package org.dermarium.doi.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dermarium.doi.DoiCase;
import org.dermarium.doi.RememberedRegistrar.Fault;
import org.dermarium.events.Collection;
import org.dermarium.events.Doi;
import org.dermarium.events.Image;
import org.dermarium.events.ReleaseOrder;
import org.dermarium.events.bus.Event;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** The way of a DOI from the wish to the public. */
class PublicationIT extends DoiCase {

    private String wished(Collection collection) {
        String slug = drafted(staff(), collection);
        post(staff(), DOIS + slug + "/publish/", null);
        return slug;
    }

    private String atFreeze(String name) {
        String slug = wished(collection(OWNER, name, image().published().build()));
        awaitStep(slug, "freeze");
        return slug;
    }

    private String name(String slug) {
        return doi(staff(), slug).get("doi").asString();
    }

    private void freeze(String slug) {
        String name = name(slug);
        Eventually.until(
                "the release of " + name + " is ordered",
                () -> releases.orders().containsKey(name));
        releases.freeze(name);
    }

    private long publications(String slug) {
        String name = name(slug);
        return topics().read(Doi.class).stream()
                .filter(e ->
                        e.type() == EventType.DOI_PUBLISHED && e.state().doi().equals(name))
                .count();
    }

    private static String state(JsonNode doi, String step) {
        return doi.get("progress")
                .get("steps")
                .valueStream()
                .filter(s -> s.get("name").asString().equals(step))
                .findFirst()
                .orElseThrow()
                .get("state")
                .asString();
    }

    @Test
    void goesStepByStepToThePublic() {
        Image own = image().embargoed().ownedBy(OWNER).attribution("Clinic").build();
        Image free = image().published().build();
        Collection collection = collection(OWNER, "Step by step", own, free);
        String slug = drafted(staff(), collection);
        assertThat(post(staff(), DOIS + slug + "/publish/", null).toString())
                .isEqualTo("{\"message\":\"DOI publish task started successfully.\"}");
        JsonNode waiting = doi(staff(), slug);
        assertThat(state(waiting, "lock")).isEqualTo("running");
        assertThat(state(waiting, "release")).isEqualTo("waiting");

        topics().awaitEvent(EventType.DOI_DRAFTED, Doi.class, d -> d.slug().equals(slug));
        others().lockAndOpen();
        topics().awaitEvent(
                        EventType.RELEASE_ORDERED,
                        ReleaseOrder.class,
                        o -> o.isicId().equals(own.isicId()));
        Eventually.until(
                "it counts what is released",
                () -> doi(staff(), slug)
                        .get("progress")
                        .toString()
                        .contains("\"name\":\"release\",\"state\":\"running\",\"done\":0,\"total\":1"));
        others().release();
        topics().awaitEvent(EventType.DOI_CHANGED, Doi.class, d -> d.slug().equals(slug) && d.open());
        others().lockAndOpen();
        freeze(slug);

        JsonNode published = awaitState(slug, "published");
        String name = published.get("doi").asString();
        assertThat(releases.orders().get(name)).containsExactly(own.isicId(), free.isicId());
        assertThat(registrar.metadata(name).isPublished()).isTrue();
        assertThat(published.get("published_at").asString())
                .isEqualTo(registrar.metadata(name).publishedAt().toString());
        assertThat(published.get("files").get(0).get("kind").asString()).isEqualTo("bundle");
        assertThat(published.get("files").get(0).get("url").asString()).endsWith("/step-by-step.zip");
        assertThat(state(published, "live")).isEqualTo("done");
        JsonNode seen = doi(ANYBODY, slug);
        assertThat(seen.get("progress").isNull()).isTrue();
        assertThat(seen.get("may").toString()).doesNotContain("true");
        assertThat(get(ANYBODY, DOIS).get("results").findValuesAsString("slug")).contains(slug);
        assertThat(topics().awaitEvent(
                                EventType.DOI_PUBLISHED,
                                Doi.class,
                                d -> d.slug().equals(slug))
                        .state()
                        .state())
                .isEqualTo(Doi.State.PUBLISHED);
        refused(409, "published", HttpMethod.DELETE, staff(), DOIS + slug + "/", null);
        refused(403, "permission to update", HttpMethod.PATCH, member(STRANGER), DOIS + slug + "/", Map.of());
        refused(403, "permission to publish", HttpMethod.POST, member(STRANGER), DOIS + slug + "/publish/", null);
    }

    @Test
    void ordersEachReleaseOnce() {
        Image[] images = new Image[5];
        java.util.Arrays.setAll(images, i -> image().embargoed().ownedBy(OWNER).build());
        String slug = wished(collection(OWNER, "Many", images));
        awaitStep(slug, "freeze");
        assertThat(topics().read(ReleaseOrder.class).stream()
                        .map(Event::state)
                        .filter(o -> o.doi().equals(name(slug))))
                .hasSize(5)
                .allMatch(o -> o.version() == 1);
    }

    @Test
    void leavesOutWhatIsWithdrawnMeanwhile() {
        Image stays = image().published().build();
        Image goes = image().embargoed().ownedBy(OWNER).build();
        String slug = wished(collection(OWNER, "Withdrawing", stays, goes));
        topics().awaitEvent(
                        EventType.DOI_CHANGED,
                        Doi.class,
                        d -> d.slug().equals(slug) && d.state() == Doi.State.PUBLISHING);
        others().lockAndOpen();
        topics().awaitEvent(
                        EventType.RELEASE_ORDERED,
                        ReleaseOrder.class,
                        o -> o.isicId().equals(goes.isicId()));
        others().withdraw(goes);
        awaitStep(slug, "freeze");
        Eventually.until("the release is ordered", () -> releases.orders().containsKey(name(slug)));
        assertThat(releases.orders().get(name(slug))).containsExactly(stays.isicId());
    }

    @Test
    void staysAsItWasWhenAnImageIsWithdrawnLater() {
        Image goes = image().published().attribution("Gone later").build();
        String slug = wished(collection(OWNER, "Frozen", image().published().build(), goes));
        awaitStep(slug, "freeze");
        freeze(slug);
        JsonNode before = awaitState(slug, "published");
        others().withdraw(goes);
        drafted(staff(), collection(OWNER, "Behind it", image().published().build()));
        JsonNode after = doi(staff(), slug);
        assertThat(after.get("creators")).isEqualTo(before.get("creators"));
        assertThat(after.get("images_count").asLong()).isEqualTo(2);
    }

    @Test
    void becomesADraftAgainWhenTheLockShowsWhatCannotBePublished() {
        long contributor = 77;
        Image turned = image().embargoed().ownedBy(contributor).build();
        Collection collection =
                collection(OWNER, "Turned", turned, image().published().build());
        others().changeOwners(contributor, 2, OWNER, STRANGER);
        String slug = drafted(member(OWNER), collection);
        post(staff(), DOIS + slug + "/approve/", null);
        post(member(OWNER), DOIS + slug + "/publish/", null);
        others().changeOwners(contributor, 3, STRANGER);
        awaitForeign(collection);
        Eventually.until("the DOI is a draft again", () -> {
            others().answer();
            return doi(staff(), slug).get("state").asString().equals("draft");
        });
        assertThat(doi(staff(), slug).get("progress").get("problem").asString()).contains(turned.isicId());
        refused(400, turned.isicId(), HttpMethod.POST, member(OWNER), DOIS + slug + "/publish/", null);
        discard(member(OWNER), slug);
        Eventually.until("the collection is unlocked", () -> {
            others().answer();
            return !others().known(collection.id()).locked();
        });
    }

    @Test
    void waitsAsLongAsTheRegistrarAsks() {
        String slug = atFreeze("Asked to wait");
        registrar.nextPublications(new Fault.Away(Duration.ofMinutes(10)));
        freeze(slug);
        String name = name(slug);
        Eventually.until("the registrar is asked", () -> registrar.calls().contains("publish " + name));
        Eventually.until(
                "the pause shows",
                () -> !doi(staff(), slug).get("progress").get("problem").isNull());
        forward(Duration.ofMinutes(9));
        drafted(staff(), collection(OWNER, "Meanwhile", image().published().build()));
        assertThat(registrar.calls().stream().filter(("publish " + name)::equals))
                .hasSize(1);
        forward(Duration.ofMinutes(2));
        awaitState(slug, "published");
        assertThat(registrar.calls().stream().filter(("publish " + name)::equals))
                .hasSize(2);
        assertThat(publications(slug)).isEqualTo(1);
    }

    @Test
    void mintsOnceWhenAnswersAreLost() {
        String slug = atFreeze("Lost answers");
        registrar.nextPublications(new Fault.LostAnswer(), new Fault.Slow(), new Fault.Away(null));
        freeze(slug);
        JsonNode published = awaitState(slug, "published");
        assertThat(publications(slug)).isEqualTo(1);
        assertThat(registrar.metadata(name(slug)).publishedAt())
                .hasToString(published.get("published_at").asString());
    }

    private void awaitDraft(String slug, String reason) {
        JsonNode doi = awaitState(slug, "draft");
        assertThat(doi.get("progress").get("problem").asString()).contains(reason);
        assertThat(doi.get("may").toString()).contains("\"edit\":true", "\"publish\":true", "\"discard\":true");
    }

    @Test
    void isADraftToMendWhenTheRegistrarRefuses() {
        String slug = atFreeze("Refused");
        registrar.nextPublications(new Fault.Refused("Title is no title."));
        freeze(slug);
        awaitDraft(slug, "Title is no title.");

        patch(staff(), DOIS + slug + "/", Map.of("title", "A title"));
        post(staff(), DOIS + slug + "/publish/", null);

        JsonNode published = awaitState(slug, "published");
        assertThat(published.get("progress").get("problem").isNull()).isTrue();
        assertThat(published.get("title").asString()).isEqualTo("A title");
        assertThat(published.get("files").get(0).get("url").asString()).endsWith("/refused.zip");
        assertThat(publications(slug)).isEqualTo(1);
    }

    @Test
    void isADraftToMendWhenItsFilesCannotBeMade() {
        String slug = atFreeze("Without files");
        String name = name(slug);
        Eventually.until("the release is ordered", () -> releases.orders().containsKey(name));
        releases.end(name, "images/ISIC_1.jpg is no longer in the storage.");
        awaitDraft(slug, "ISIC_1.jpg is no longer in the storage.");

        post(staff(), DOIS + slug + "/publish/", null);
        awaitStep(slug, "freeze");
        freeze(slug);
        awaitState(slug, "published");
        assertThat(publications(slug)).isEqualTo(1);
    }

    @Test
    void canBeDiscardedAsLongAsTheRegistrarHasNotBeenAsked() {
        Collection collection =
                collection(OWNER, "Given up", image().published().build());
        String slug = wished(collection);
        awaitStep(slug, "freeze");
        String name = name(slug);
        Eventually.until("the release is ordered", () -> releases.orders().containsKey(name));
        refused(403, "permission to discard", HttpMethod.DELETE, member(STRANGER), DOIS + publishedSlug() + "/", null);

        discard(staff(), slug);

        refused(404, "", HttpMethod.GET, staff(), DOIS + slug + "/", null);
        assertThat(releases.orders()).doesNotContainKey(name);
        Eventually.until("the collection is unlocked", () -> {
            others().answer();
            return !others().known(collection.id()).locked();
        });
        assertThat(registrar.calls()).doesNotContain("publish " + name);
    }

    @Test
    void cannotBeDiscardedOnceTheRegistrarMayHaveIt() {
        String slug = atFreeze("Asked already");
        registrar.nextPublications(new Fault.Away(Duration.ofMinutes(10)));
        freeze(slug);
        String name = name(slug);
        Eventually.until("the registrar is asked", () -> registrar.calls().contains("publish " + name));

        refused(409, "at the registrar already", HttpMethod.DELETE, staff(), DOIS + slug + "/", null);
        assertThat(doi(staff(), slug).get("may").get("discard").asBoolean()).isFalse();
        forward(Duration.ofMinutes(11));
        awaitState(slug, "published");
    }

    private String publishedSlug() {
        String slug = atFreeze("Some other");
        freeze(slug);
        awaitState(slug, "published");
        return slug;
    }

    @Test
    void countsWhatItDoes() {
        String slug = atFreeze("Counted");
        String metrics = new String(
                send(HttpMethod.GET, ANYBODY, "/actuator/prometheus", null)
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent(),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(metrics)
                .containsPattern("dermarium_doi_pending\\{[^}]*step=\"freeze\"[^}]*} [1-9]")
                .containsPattern("dermarium_doi_pending_oldest_seconds\\{[^}]*} [0-9.]+")
                .containsPattern("dermarium_doi_mint_attempts_total\\{[^}]*outcome=\"refused\"");
        assertThat(List.of(slug)).isNotEmpty();
    }
}
