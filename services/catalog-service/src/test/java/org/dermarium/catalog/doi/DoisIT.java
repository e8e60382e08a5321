package org.dermarium.catalog.doi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.dermarium.catalog.CatalogCase;
import org.dermarium.events.Collection;
import org.dermarium.events.Doi;
import org.dermarium.events.Image;
import org.dermarium.events.bus.Event;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

class DoisIT extends CatalogCase {

    private static final String ROOT = "/api/v2/collections/";

    @Test
    void locksTheCollectionOfADraftAndTellsTheDigestOfItsMembers() throws Exception {
        Image second = image().published().isicId("ISIC_7300002").build();
        Image first = image().published().isicId("ISIC_7300001").build();
        published(second, first);
        long id = collection(member(31), "Drafted", second, first);
        drafted("10.5072/dermarium.a1", id);

        refused(409, "Collection is locked", HttpMethod.POST, member(31), ROOT + id + "/populate-from-list/", some());
        Collection told = lastTold(id, true);
        assertThat(told.locked()).isTrue();
        assertThat(told.imageCount()).isEqualTo(2);
        assertThat(told.membersSha256()).isEqualTo(sha256("ISIC_7300001\nISIC_7300002\n"));
        assertThat(told.isPublic()).isFalse();
        assertThat(get(member(31), ROOT + id + "/").get("doi").isNull()).isTrue();
    }

    @Test
    void setsTheCollectionOfADiscardedDraftFree() {
        long id = collection(member(32), "Given up", shown("ISIC_7300003"));
        drafted("10.5072/dermarium.a2", id);
        told("10.5072/dermarium.a2", 2, id, Doi.State.DISCARDED, false, EventType.DOI_DISCARDED);
        awaitLock(id, false);
        assertThat(lastTold(id, false).membersSha256()).isNull();
        send(HttpMethod.DELETE, member(32), ROOT + id + "/", null)
                .expectStatus()
                .isNoContent();
    }

    @Test
    void opensTheCollectionWhenItsDoiAsksAndShowsTheDoiOncePublished() {
        long id = collection(member(33), "Published", shown("ISIC_7300004"));
        drafted("10.5072/dermarium.a3", id);
        told("10.5072/dermarium.a3", 2, id, Doi.State.PUBLISHING, true, EventType.DOI_CHANGED);
        Eventually.until("it is public", () -> status(ANYBODY, ROOT + id + "/") == 200);
        assertThat(get(ANYBODY, ROOT + id + "/").get("doi").isNull()).isTrue();

        told("10.5072/dermarium.a3", 3, id, Doi.State.PUBLISHED, true, EventType.DOI_PUBLISHED);
        Eventually.until(
                "it has a DOI", () -> !get(ANYBODY, ROOT + id + "/").get("doi").isNull());
        JsonNode shown = get(ANYBODY, ROOT + id + "/");
        assertThat(shown.get("doi").asString()).isEqualTo("10.5072/dermarium.a3");
        assertThat(shown.get("doi_url").asString()).isEqualTo("https://doi.org/10.5072/dermarium.a3");
        assertThat(get(ANYBODY, "/api/v2/stats/").at("/doi/dois_count").asLong())
                .isPositive();
        refused(400, "locked", HttpMethod.DELETE, member(33), ROOT + id + "/", null);
    }

    @Test
    void anOlderWordOfADoiDoesNotUndoANewerOne() {
        long id = collection(member(34), "Reordered", shown("ISIC_7300005"));
        drafted("10.5072/dermarium.a4", id);
        told("10.5072/dermarium.a4", 3, id, Doi.State.DISCARDED, false, EventType.DOI_DISCARDED);
        awaitLock(id, false);
        told("10.5072/dermarium.a4", 2, id, Doi.State.PUBLISHING, true, EventType.DOI_CHANGED);
        drafted("10.5072/dermarium.a5", collection(member(34), "After it", shown("ISIC_7300006")));
        assertThat(get(member(34), ROOT + id + "/").get("locked").asBoolean()).isFalse();
    }

    private Image shown(String isicId) {
        Image image = image().published().isicId(isicId).build();
        published(image);
        return image;
    }

    private void drafted(String doi, long collection) {
        told(doi, 1, collection, Doi.State.DRAFT, false, EventType.DOI_DRAFTED);
        awaitLock(collection, true);
    }

    private void awaitLock(long collection, boolean locked) {
        Eventually.until(
                "the lock of collection " + collection + " is " + locked,
                () -> get(staff(), ROOT + collection + "/").get("locked").asBoolean() == locked);
    }

    private static void told(String doi, long version, long collection, Doi.State state, boolean open, EventType type) {
        topics().publish(
                        type,
                        new Doi(
                                doi,
                                version,
                                collection,
                                "slug-" + collection,
                                "Title",
                                state,
                                open,
                                Instant.EPOCH,
                                null));
    }

    /** What the bus says of it after its lock changed for the last time. */
    private static Collection lastTold(long id, boolean locked) {
        var last = new AtomicReference<Collection>();
        Eventually.until("the change of collection " + id + " is on the bus", () -> {
            topics().read(Collection.class).stream()
                    .map(Event::state)
                    .filter(c -> c.id() == id)
                    .forEach(last::set);
            return last.get().locked() == locked;
        });
        return last.get();
    }

    private static Map<String, List<String>> some() {
        return Map.of("isic_ids", List.of("ISIC_7300001"));
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
