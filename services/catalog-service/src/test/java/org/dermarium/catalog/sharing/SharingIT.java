package org.dermarium.catalog.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dermarium.catalog.CatalogCase;
import org.dermarium.events.Image;
import org.dermarium.events.Membership;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

class SharingIT extends CatalogCase {

    private static final String ROOT = "/api/v2/collections/";

    @Test
    void sharedCollectionOpensItsPrivateImages() {
        Image shared = image().embargoed().ownedBy(1).lesion("IL_7000001").build();
        Image other = image().embargoed().ownedBy(1).lesion("IL_7000001").build();
        Image later = image().embargoed().ownedBy(1).build();
        published(shared, other, later);
        registered(2, 3);
        long id = collection(member(1), "Between us", shared);
        String share = ROOT + id + "/share/";
        refused(401, "Unauthorized", HttpMethod.POST, member(1), share, Map.of("user_ids", List.of(2)));
        Eventually.until(
                "the users are known",
                () -> post(staff(), share, Map.of("user_ids", List.of(2), "notify", false))
                        .isEmpty());

        assertThat(status(member(2), "/api/v2/images/" + shared.isicId() + "/")).isEqualTo(200);
        assertThat(status(member(2), ROOT + id + "/")).isEqualTo(200);
        assertThat(status(member(3), "/api/v2/images/" + shared.isicId() + "/")).isEqualTo(404);
        assertThat(status(member(2), "/api/v2/images/" + other.isicId() + "/")).isEqualTo(404);
        assertThat(status(member(2), "/api/v2/lesions/IL_7000001/")).isEqualTo(404);
        assertThat(get(member(1), "/api/v2/lesions/IL_7000001/")
                        .get("images_count")
                        .asInt())
                .isEqualTo(2);
        topics().awaitEvent(
                        EventType.MEMBERSHIP_CHANGED,
                        Membership.class,
                        m -> m.isicId().equals(shared.isicId())
                                && m.sharedWith().equals(Set.of(2L)));

        post(member(1), ROOT + id + "/populate-from-list/", Map.of("isic_ids", List.of(later.isicId())));
        assertThat(status(member(2), "/api/v2/images/" + later.isicId() + "/")).isEqualTo(200);
        JsonNode info = get(staff(), ROOT + "sharing-info/?collection_ids=" + id + "&collection_ids=999999");
        assertThat(info).hasSize(1);
        assertThat(info.get(0).get("shared_with").get(0).get("name").asString()).isEqualTo("Ada No 2");
        var fill = Map.of("isic_ids", List.of(later.isicId()));
        refused(403, "permission", HttpMethod.POST, member(2), ROOT + id + "/remove-from-list/", fill);

        post(staff(), ROOT + id + "/unshare/", Map.of("user_ids", List.of(2)));
        assertThat(status(member(2), ROOT + id + "/")).isEqualTo(404);
        assertThat(status(member(2), "/api/v2/images/" + shared.isicId() + "/")).isEqualTo(404);
        topics().awaitEvent(
                        EventType.MEMBERSHIP_CHANGED,
                        Membership.class,
                        m -> m.isicId().equals(shared.isicId())
                                && m.version() > 2
                                && m.sharedWith().isEmpty());
    }

    @Test
    void whoMayNoLongerSeeAnImageCanStillTakeItOutOfAnOwnCollection() {
        Image named = image().embargoed().ownedBy(31).build();
        Image forgotten = image().embargoed().ownedBy(31).build();
        Image open = image().published().build();
        published(named, forgotten, open);
        registered(32);
        long source = collection(member(31), "Lent", named, forgotten);
        Eventually.until(
                "the user is known",
                () -> post(staff(), ROOT + source + "/share/", Map.of("user_ids", List.of(32)))
                        .isEmpty());
        long own = collection(member(32), "Kept", named, forgotten, open);
        String publish = ROOT + own + "/set-public/";
        var open32 = Map.of("public", true);
        refused(409, "it contains private images.", HttpMethod.POST, member(32), publish, open32);
        post(staff(), ROOT + source + "/unshare/", Map.of("user_ids", List.of(32)));

        refused(409, "you may no longer see", HttpMethod.POST, member(32), publish, open32);
        var ids = Map.of("isic_ids", List.of(named.isicId(), "ISIC_0000000"));
        refused(404, "Not Found", HttpMethod.POST, member(33), ROOT + own + "/remove-from-list/", ids);
        refused(404, "Not Found", HttpMethod.POST, member(33), ROOT + own + "/remove-unseen/", null);
        JsonNode removed = post(member(32), ROOT + own + "/remove-from-list/", ids);
        assertThat(removed.get("succeeded").get(0).asString()).isEqualTo(named.isicId());
        assertThat(removed.get("no_perms_or_does_not_exist").get(0).asString()).isEqualTo("ISIC_0000000");
        assertThat(post(member(32), ROOT + own + "/remove-unseen/", Map.of())
                        .get("removed")
                        .asInt())
                .isEqualTo(1);
        post(member(32), publish, open32);
        assertThat(get(ANYBODY, ROOT + own + "/attribution/")
                        .get(0)
                        .get("count")
                        .asInt())
                .isEqualTo(1);
        topics().awaitEvent(
                        EventType.MEMBERSHIP_CHANGED,
                        Membership.class,
                        m -> m.isicId().equals(forgotten.isicId())
                                && m.version() > 1
                                && !m.collections().contains(own));
    }

    @Test
    void refusesSharesThatMakeNoSense() {
        Image hidden = image().embargoed().ownedBy(5).ofCohort(55).build();
        published(hidden);
        registered(6);
        long id = collection(member(5), "Alone", hidden);
        String share = ROOT + id + "/share/";

        refused(400, "with its owner", HttpMethod.POST, staff(), share, Map.of("user_ids", List.of(5)));
        refused(400, "with yourself", HttpMethod.POST, staff(), share, Map.of("user_ids", List.of(900)));
        refused(400, "No such users: [404404]", HttpMethod.POST, staff(), share, Map.of("user_ids", List.of(404404)));
        refused(422, "Field required", HttpMethod.POST, staff(), share, Map.of());
        refused(404, "Not Found", HttpMethod.POST, staff(), ROOT + "999999/share/", Map.of("user_ids", List.of(6)));
        long magic = get(staff(), ROOT + "?sort=name")
                .get("results")
                .valueStream()
                .filter(c -> c.get("name").asString().equals("Publish of Cohort 55"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asLong();
        String shareMagic = ROOT + magic + "/share/";
        refused(400, "Magic collections", HttpMethod.POST, staff(), shareMagic, Map.of("user_ids", List.of(6)));
        assertThat(get(staff(), ROOT + "sharing-info/?collection_ids=999999")).isEmpty();
    }
}
