package org.dermarium.doi.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dermarium.doi.Instance;
import org.dermarium.doi.PlayedServices;
import org.dermarium.doi.RememberedRegistrar;
import org.dermarium.doi.RememberedReleases;
import org.dermarium.doi.TestClock;
import org.dermarium.doi.datacite.Registrar;
import org.dermarium.doi.datacite.Registration;
import org.dermarium.doi.member.Members;
import org.dermarium.doi.release.Releases;
import org.dermarium.events.Collection;
import org.dermarium.events.Doi;
import org.dermarium.events.Event;
import org.dermarium.events.EventType;
import org.dermarium.events.Image;
import org.dermarium.events.ReleaseOrder;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.ImageBuilder;
import org.dermarium.testkit.Isolation;
import org.dermarium.testkit.Servers;
import org.dermarium.testkit.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The service dies at each step, and another one on the same database ends what it began: one DOI, told once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResumptionIT {

    private static final String STAFF = TestTokens.shared().staff(900);
    private static final Duration LEASE = Duration.ofSeconds(61);

    private final Isolation corner = Servers.shared().isolate("doi");
    private final TestClock clock = new TestClock();
    private final RememberedRegistrar registrar = new RememberedRegistrar();
    private final RememberedReleases releases = new RememberedReleases();
    private final Trap trap = new Trap();
    private PlayedServices others;
    private Instance running;

    @BeforeAll
    void start() {
        others = new PlayedServices(corner.topics().create());
        running = startAnother();
    }

    @AfterAll
    void end() {
        running.close();
    }

    private Instance startAnother() {
        Instance another = Instance.in(corner)
                .with(TestClock.class, clock)
                .with(Registrar.class, registrar)
                .with(Releases.class, releases)
                .with(Trap.class, trap)
                .start();
        releases.tell(another.context());
        return another;
    }

    /** Nothing of it goes on in memory; what it held stays held until its lease is over. */
    private void kill() {
        running.close();
        running = startAnother();
        clock.forward(LEASE);
    }

    private Image[] embargoed() {
        return new Image[] {
            ImageBuilder.anImage().embargoed().ownedBy(7).build(),
            ImageBuilder.anImage().embargoed().ownedBy(7).build()
        };
    }

    private String wished(String name, Image... held) {
        Collection collection = others.collection(7, name, held);
        Members members = running.bean(Members.class);
        Eventually.until(
                "the service has heard of " + name,
                () -> members.collection(collection.id()).block() != null
                        && members.ids(collection.id()).block().size() == held.length);
        String slug = running.post(
                        STAFF, "/api/v2/doi/", Map.of("collection_id", collection.id(), "description", "Some words."))
                .get("slug")
                .asString();
        running.post(STAFF, "/api/v2/doi/" + slug + "/publish/", null);
        return slug;
    }

    private JsonNode doi(String slug) {
        return running.get(STAFF, "/api/v2/doi/" + slug + "/");
    }

    private void othersAnswer(String name) {
        others.answer();
        if (releases.orders().containsKey(name)) {
            releases.freeze(name);
        }
    }

    private void awaitPublished(String slug, String name) {
        Eventually.until(slug + " is published", Duration.ofSeconds(60), () -> {
            othersAnswer(name);
            return doi(slug).get("state").asString().equals("published");
        });
    }

    private void isPublishedOnce(String slug, String name, List<String> images) {
        assertThat(registrar.held().get(name).state()).isEqualTo(Registration.State.FINDABLE);
        assertThat(registrar.held().values().stream()
                        .filter(r -> r.title() != null
                                && r.title().equals(doi(slug).get("title").asString())))
                .as("DOIs with this title")
                .hasSize(1);
        assertThat(registrar.metadata(name).images()).isEqualTo(images.size());
        assertThat(registrar.metadata(name).publishedAt())
                .hasToString(doi(slug).get("published_at").asString());
        assertThat(corner.topics().read(Doi.class).stream()
                        .filter(e -> e.type() == EventType.DOI_PUBLISHED)
                        .filter(e -> e.state().doi().equals(name)))
                .hasSize(1);
        assertThat(corner.topics().read(ReleaseOrder.class).stream()
                        .map(Event::state)
                        .filter(o -> o.doi().equals(name))
                        .map(ReleaseOrder::isicId))
                .containsExactlyInAnyOrderElementsOf(images);
    }

    @ParameterizedTest
    @EnumSource
    void goesOnWhereTheServiceDied(Step step) {
        trap.set(step);
        Image[] held = embargoed();
        String slug = wished("Died at " + step.label(), held);
        String name = doi(slug).get("doi").asString();
        Eventually.until("the service dies at " + step.label(), () -> {
            othersAnswer(name);
            return trap.isSprung();
        });
        assertThat(doi(slug).get("state").asString()).isEqualTo("publishing");
        assertThat(doi(slug).get("progress").get("step").asString()).isEqualTo(step.label());

        kill();

        awaitPublished(slug, name);
        isPublishedOnce(slug, name, List.of(held[0].isicId(), held[1].isicId()));
    }

    @Test
    void goesOnAfterAnErrorInTheMiddleOfMinting() {
        Image[] held = embargoed();
        String slug = wished("Fell over", held);
        String name = doi(slug).get("doi").asString();
        registrar.nextPublications(
                new RememberedRegistrar.Fault.Broken(), new RememberedRegistrar.Fault.BrokenAfterwards());

        awaitPublished(slug, name);

        isPublishedOnce(slug, name, List.of(held[0].isicId(), held[1].isicId()));
        assertThat(registrar.calls().stream().filter(("publish " + name)::equals))
                .hasSize(3);
    }

    @Test
    void twoInstancesDoEachThingOnce() {
        try (Instance second = startAnother()) {
            Image[] held = embargoed();
            String slug = wished("Two at work", held);
            String name = doi(slug).get("doi").asString();
            awaitPublished(slug, name);
            isPublishedOnce(slug, name, List.of(held[0].isicId(), held[1].isicId()));
            assertThat(registrar.calls().stream().filter(("publish " + name)::equals))
                    .hasSize(1);
            assertThat(second.get(STAFF, "/api/v2/doi/" + slug + "/")
                            .get("state")
                            .asString())
                    .isEqualTo("published");
        }
    }
}
