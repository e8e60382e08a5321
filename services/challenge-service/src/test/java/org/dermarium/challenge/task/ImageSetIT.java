package org.dermarium.challenge.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.testkit.ImageBuilder.anImage;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.dermarium.challenge.ChallengeCase;
import org.dermarium.events.Collection;
import org.dermarium.events.Image;
import org.dermarium.events.Membership;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** What a task asks for, as the bus tells of it. */
class ImageSetIT extends ChallengeCase {

    @Test
    void freezesTheMembersOfACollectionAndNamesDifferences() {
        Image open = anImage().published().build();
        Image other = anImage().published().build();
        Image gone = anImage().withdrawn("mistake").build();
        heard(31, open, other, gone);
        long task = draft(challenge(), Map.of());
        String path = "tasks/" + task + "/";

        truth(task, open.isicId(), "ISIC_9999999");
        var differing =
                post(staff(), path + "open/", Map.of("collection_id", 31)).expect(400);
        differing.saying("without a row in the truth: " + other.isicId() + ".").saying("ISIC_9999999");
        assertThat(differing.text()).doesNotContain(gone.isicId());
        get(ANYBODY, path).expect(404);

        truth(task, open.isicId(), other.isicId());
        post(staff(), path + "open/", Map.of("collection_id", 31)).expect(200);
        Image late = anImage().published().build();
        heard(31, late);
        assertThat(texts(get(ANYBODY, path + "images/").get("results"), "isic_id"))
                .containsExactlyInAnyOrder(open.isicId(), other.isicId());
        assertThat(get(ANYBODY, path).get("collection_id").asLong()).isEqualTo(31);
    }

    @Test
    void turnsPagesOfImages() {
        long task = task(challenge(), Map.of());
        String path = "tasks/" + task + "/images/?limit=2";
        var first = get(ANYBODY, path);
        assertThat(texts(first.get("results"), "isic_id")).containsExactly("ISIC_0000001", "ISIC_0000002");
        String next = first.get("next").asString();
        var second = get(ANYBODY, next.substring(next.indexOf("/api/v2/") + "/api/v2/".length()));
        assertThat(texts(second.get("results"), "isic_id")).containsExactly("ISIC_0000003");
        get(ANYBODY, path + "&cursor=abc").expect(422);
        get(ANYBODY, path + "&cursor=cD0lMDA=").expect(200);
    }

    @Test
    void ignoresWhatIsOlderThanWhatItHas() {
        Image newer = anImage().published().version(5).build();
        Image older = anImage(newer.id())
                .isicId(newer.isicId())
                .embargoed()
                .version(4)
                .build();
        heard(33, newer);
        topics().publish(EventType.IMAGE_PUBLISHED, older, newer);
        Image marker = anImage().published().build();
        heard(34, marker);
        assertThat(count("select count(*) from image where visibility = 'public' and id = " + newer.id()))
                .isEqualTo(1);
    }

    private void heard(long collection, Image... images) {
        topics().publish(EventType.IMAGE_PUBLISHED, images);
        topics().publish(
                        EventType.MEMBERSHIP_CHANGED,
                        Arrays.stream(images)
                                .map(i -> new Membership(
                                        i.isicId(), 1, new TreeSet<>(List.of(7L, collection)), new TreeSet<>()))
                                .toArray(Membership[]::new));
        topics().publish(EventType.COLLECTION_CREATED, collection(collection));
        for (Image image : images) {
            Eventually.until(
                    "image, membership and collection are heard of", () -> count("""
                            select count(*) from image i join membership m on m.isic_id = i.isic_id
                              join collection c on c.id = any(m.collections) where i.id = %d""".formatted(image.id())) == 1);
        }
    }

    private static Collection collection(long id) {
        return new Collection(
                id,
                1,
                "Collection " + id,
                "",
                true,
                false,
                false,
                false,
                1,
                new TreeSet<>(),
                false,
                0,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private void truth(long task, String positive, String negative) {
        String table = "image,MEL,NV\n" + positive + ",1,0\n" + negative + ",0,1\n";
        csv(HttpMethod.PUT, staff(), "tasks/" + task + "/truth/", table).expect(200);
    }
}
