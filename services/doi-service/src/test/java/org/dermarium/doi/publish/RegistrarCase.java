package org.dermarium.doi.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.dermarium.doi.Instance;
import org.dermarium.doi.PlayedReleases;
import org.dermarium.doi.PlayedServices;
import org.dermarium.doi.Queues;
import org.dermarium.doi.datacite.Registrar;
import org.dermarium.doi.datacite.Registration;
import org.dermarium.doi.known.Members;
import org.dermarium.embedded.registrar.Access;
import org.dermarium.embedded.registrar.RegistrarServer;
import org.dermarium.events.Collection;
import org.dermarium.events.Doi;
import org.dermarium.events.Image;
import org.dermarium.events.ReleaseOrder;
import org.dermarium.events.bus.Event;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.ImageBuilder;
import org.dermarium.testkit.TestClock;
import org.dermarium.testkit.server.Isolation;
import org.dermarium.testkit.server.Servers;
import org.dermarium.testkit.server.TestTokens;
import org.dermarium.work.WorkQueues;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** The service with a registrar that behaves as DataCite's does; both can be made to fail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RegistrarCase {

    protected static final String STAFF = TestTokens.shared().staff(900);
    protected static final long OWNER = 7;
    private static final Access ACCESS = new Access("DEMO.DERMARIUM", "secret", "10.5072");

    @TempDir
    private static Path folder;

    protected final Isolation corner = Servers.shared().isolate("doi");
    protected final TestClock clock = new TestClock();
    protected final PlayedReleases releases = new PlayedReleases(
            () -> this.running.bean(DatabaseClient.class), () -> this.running.bean(WorkQueues.class));
    protected final Trap trap = new Trap();
    protected RegistrarServer registrar;
    protected Instance running;
    private PlayedServices others;

    /** A DOI on its way. */
    protected record Wished(String slug, String name, String title, Image[] held) {}

    @BeforeAll
    void start() throws IOException {
        registrar = new RegistrarServer(folder.resolve("dois.json"), 0, ACCESS);
        others = new PlayedServices(corner.topics().create());
        running = startAnother();
        if (playsReleases()) {
            releases.hold();
        }
    }

    /** Whether releases are frozen by the test; by the service's own builder otherwise. */
    protected boolean playsReleases() {
        return true;
    }

    @AfterAll
    void end() {
        running.close();
        registrar.close();
    }

    /** So much time passes for the service, and for what waits in its queues. */
    protected void forward(Duration time) {
        clock.forward(time);
        Queues.forward(running.bean(DatabaseClient.class), time);
    }

    protected Instance startAnother() {
        return plan().start();
    }

    protected Instance.Plan plan() {
        return Instance.in(corner)
                .with(TestClock.class, clock)
                .with(Trap.class, trap)
                .set("dermarium.registrar.url", registrar.uri().toString())
                .set("dermarium.registrar.user", ACCESS.user())
                .set("dermarium.registrar.password", ACCESS.password())
                .set("dermarium.registrar.timeout", "1s")
                .set("resilience4j.circuitbreaker.configs.registrar.wait-duration-in-open-state", "1s")
                .set("dermarium.registrar.burst", "100");
    }

    /** An embargoed image of the collection's creator. */
    protected Image image() {
        return ImageBuilder.anImage().embargoed().ownedBy(OWNER).build();
    }

    /** Two embargoed images, and staff's wish that they be published. */
    protected Wished wished(String title) {
        Image[] held = new Image[2];
        Arrays.setAll(held, i -> image());
        Collection collection = others.collection(OWNER, title, held);
        Members members = running.bean(Members.class);
        Eventually.until(
                "the service has heard of " + title,
                () -> members.collection(collection.id()).block() != null
                        && members.ids(collection.id()).block().size() == held.length);
        var wish = Map.of("collection_id", collection.id(), "description", "Some words.");
        String slug = running.post(STAFF, "/api/v2/doi/", wish).get("slug").asString();
        String name = doi(slug).get("doi").asString();
        awaitDraft(name);
        running.post(STAFF, "/api/v2/doi/" + slug + "/publish/", null);
        return new Wished(slug, name, title, held);
    }

    private void awaitDraft(String name) {
        Eventually.until(
                "the registrar has the draft",
                () -> running.bean(Registrar.class).find(name).isPresent());
    }

    protected JsonNode doi(String slug) {
        return running.get(STAFF, "/api/v2/doi/" + slug + "/");
    }

    protected void othersAnswer(Wished wished) {
        others.answer();
        if (playsReleases() && releases.orders().containsKey(wished.name())) {
            releases.freeze(wished.name());
        }
    }

    protected void awaitProblem(Wished wished) {
        Eventually.until("the problem shows", () -> {
            othersAnswer(wished);
            return !doi(wished.slug()).get("progress").get("problem").isNull();
        });
    }

    protected void awaitPublished(Wished wished) {
        Eventually.until(wished.slug() + " is published", Duration.ofMinutes(2), () -> {
            othersAnswer(wished);
            return doi(wished.slug()).get("state").asString().equals("published");
        });
    }

    /** One DOI, findable, with the right metadata; each image released by one order, and the bus told once. */
    protected void isPublishedOnce(Wished wished) throws Exception {
        Registration found = running.bean(Registrar.class).find(wished.name()).orElseThrow();
        assertThat(found.state()).isEqualTo(Registration.State.FINDABLE);
        assertThat(found.title()).isEqualTo(wished.title());
        assertThat(found.url()).endsWith("/doi/" + wished.name() + "/");
        assertThat(registrar.findable()).containsOnlyOnce(wished.name());
        assertThat((long) registrar.size())
                .as("DOIs that the registrar has of ours")
                .isEqualTo(corner.topics().read(Doi.class).stream()
                        .map(e -> e.state().doi())
                        .distinct()
                        .count());
        assertThat(corner.topics().read(Doi.class).stream()
                        .filter(e -> e.type() == EventType.DOI_PUBLISHED)
                        .filter(e -> e.state().doi().equals(wished.name())))
                .hasSize(1);
        assertThat(corner.topics().read(ReleaseOrder.class).stream()
                        .map(Event::state)
                        .filter(o -> o.doi().equals(wished.name()))
                        .map(ReleaseOrder::isicId))
                .containsExactlyInAnyOrder(wished.held()[0].isicId(), wished.held()[1].isicId());
    }
}
