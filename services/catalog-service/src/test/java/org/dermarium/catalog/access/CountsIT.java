package org.dermarium.catalog.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.dermarium.catalog.CatalogApplication;
import org.dermarium.catalog.CatalogCase;
import org.dermarium.events.Contributor;
import org.dermarium.events.Image;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.ImageBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/**
 * Lists, counts, lesions and statistics against a plain evaluator, while two instances hear of random changes in random
 * order, some of them twice, and while the read model is made anew.
 */
class CountsIT extends CatalogCase {

    private static final long SEED = 20261130;
    private static final int ROUNDS = 15;
    private static final int CHANGES = 60;
    private static final int IMAGES = 70;
    private static final int LESIONS = 18;
    private static final int CONTRIBUTORS = 4;
    private static final int COLLECTIONS = 3;
    private static final int PAGE = 9;
    private static final Duration SETTLING = Duration.ofSeconds(60);

    /** Owners of one and of several contributors, people with whom something is shared, both, and a stranger. */
    private static final long[] PEOPLE = {501, 502, 503, 504};

    private static final long STRANGER = 505;

    private final Random random = new Random(SEED);
    private final PlainArchive plain = new PlainArchive();
    private final List<Image> told = new ArrayList<>();
    private final Map<Long, Long> versions = new TreeMap<>();
    private final List<Long> collections = new ArrayList<>();

    @Autowired
    private DatabaseClient db;

    @Test
    void areExactWhateverHappens() {
        registered(501, 502, 503, 504, STRANGER);
        begin();
        try (var second = new SpringApplicationBuilder(CatalogApplication.class)
                .run(isolation().arguments("--server.port=0"))) {
            for (int round = 0; round < ROUNDS; round++) {
                change();
                settled("round " + round);
            }
            db.sql("delete from image where id % 3 = 0").then().block();
            post(ANYBODY, "/actuator/rebuild", Map.of());
            change();
            Eventually.until("the read model is rebuilt", () -> phase().equals("DONE"));
            settled("a rebuild with changes");

            post(ANYBODY, "/actuator/rebuild", Map.of());
            do {
                everybodySeesWhatIsRight("a rebuild");
            } while (phase().equals("RUNNING"));
            everybodySeesWhatIsRight("after a rebuild");
        }
    }

    /** All images are in the catalogue and in collections, so that all that follows is a change. */
    private void begin() {
        IntStream.rangeClosed(1, CONTRIBUTORS).forEach(this::changeOwners);
        List<Image> first = IntStream.rangeClosed(1, IMAGES)
                .mapToObj(id -> told(state(id, ImageBuilder.anImage(id).embargoed())))
                .toList();
        topics().publish(EventType.IMAGE_PUBLISHED, first.toArray(Image[]::new));
        settled("the beginning");
        for (int c = 0; c < COLLECTIONS; c++) {
            Image[] members = first.stream().filter(i -> random.nextInt(3) == 0).toArray(Image[]::new);
            long id = collection(staff(), "Collection " + c, members);
            collections.add(id);
            plain.collect(id, List.of(members).stream().map(Image::isicId).toList());
        }
    }

    private void change() {
        List<Image> news = new ArrayList<>();
        for (int n = 0; n < CHANGES; n++) {
            switch (random.nextInt(20)) {
                case 0 -> changeOwners(1 + random.nextInt(CONTRIBUTORS));
                case 1 -> changeShares();
                case 2, 3 -> news.add(told.get(random.nextInt(told.size())));
                default -> news.add(told(anyState()));
            }
        }
        Collections.shuffle(news, random);
        topics().publish(EventType.IMAGE_METADATA_CHANGED, news.toArray(Image[]::new));
    }

    private Image anyState() {
        long id = 1 + random.nextInt(IMAGES);
        ImageBuilder image = ImageBuilder.anImage(id);
        return state(
                id,
                switch (random.nextInt(8)) {
                    case 0 -> image;
                    case 1 -> image.withdrawn("a test");
                    case 2, 3, 4 -> image.embargoed();
                    default -> image.published();
                });
    }

    private Image state(long id, ImageBuilder image) {
        int lesion = random.nextInt(LESIONS);
        if (lesion > 0) {
            image.lesion("IL_%07d".formatted(lesion));
        }
        return image.ownedBy(1 + random.nextInt(CONTRIBUTORS))
                .version(versions.merge(id, 1L, Long::sum))
                .build();
    }

    private Image told(Image state) {
        plain.hear(state);
        told.add(state);
        return state;
    }

    private void changeOwners(long contributor) {
        Set<Long> owners = new TreeSet<>();
        for (long person : PEOPLE) {
            if (random.nextInt(3) == 0) {
                owners.add(person);
            }
        }
        long version = versions.merge(-contributor, 10L, Long::sum);
        var state = new Contributor(contributor, version, new TreeSet<>(owners));
        plain.hear(state);
        topics().publish(EventType.CONTRIBUTOR_CHANGED, state);
    }

    private void changeShares() {
        long collection = collections.get(random.nextInt(collections.size()));
        long person = PEOPLE[random.nextInt(PEOPLE.length)];
        Set<Long> shares = plain.sharedWith(collection);
        boolean isShared = !shares.add(person);
        if (isShared) {
            shares.remove(person);
        }
        String verb = isShared ? "/unshare/" : "/share/";
        post(staff(), "/api/v2/collections/" + collection + verb, Map.of("user_ids", List.of(person)));
    }

    private void settled(String when) {
        Eventually.await("all is right in " + when, SETTLING, () -> everybodySeesWhatIsRight(when));
    }

    private void everybodySeesWhatIsRight(String when) {
        isRight(when, PlainArchive.NOBODY, ANYBODY);
        isRight(when, PlainArchive.STAFF, staff());
        isRight(when, STRANGER, member(STRANGER));
        for (long person : PEOPLE) {
            isRight(when, person, member(person));
        }
    }

    private void isRight(String when, long caller, String token) {
        Supplier<String> who = () -> "seed " + SEED + ", " + when + ", caller " + caller;
        List<String> images = plain.images(caller);
        List<String> lesions = plain.lesions(caller);
        assertThat(walk(token, "images", "isic_id", images.size())).as(who).isEqualTo(images);
        assertThat(walk(token, "lesions", "id", lesions.size())).as(who).isEqualTo(lesions);
        lesions.stream()
                .limit(1)
                .forEach(l -> assertThat(status(token, "/api/v2/lesions/" + l + "/"))
                        .as(who)
                        .isEqualTo(200));
        assertThat(hidden(caller))
                .as(who)
                .allSatisfy(l ->
                        assertThat(status(token, "/api/v2/lesions/" + l + "/")).isEqualTo(404));
        boolean isStaff = caller == PlainArchive.STAFF;
        JsonNode stats = get(token, "/api/v2/stats/");
        assertThat(stats.at("/image/images_count").asInt())
                .as(who)
                .isEqualTo(plain.images(isStaff ? caller : PlainArchive.NOBODY).size());
        assertThat(stats.at("/image/public_images_count").asInt())
                .as(who)
                .isEqualTo(plain.images(PlainArchive.NOBODY).size());
        assertThat(stats.at("/user/uploading_users_count").asLong()).as(who).isEqualTo(plain.uploaders(caller));
    }

    private List<String> hidden(long caller) {
        List<String> seen = plain.lesions(caller);
        return plain.lesions(PlainArchive.STAFF).stream()
                .filter(l -> !seen.contains(l))
                .limit(2)
                .toList();
    }

    /** The whole list forth; then the same back, as links lead. */
    private List<String> walk(String token, String list, String id, int count) {
        JsonNode page = get(token, "/api/v2/" + list + "/?limit=" + PAGE);
        assertThat(page.get("count").asInt()).isEqualTo(count);
        List<String> forth = new ArrayList<>(ids(page, id));
        while (!page.get("next").isNull()) {
            page = follow(token, page.get("next"));
            forth.addAll(ids(page, id));
        }
        List<String> back = new ArrayList<>(ids(page, id));
        while (!page.get("previous").isNull()) {
            page = follow(token, page.get("previous"));
            back.addAll(0, ids(page, id));
        }
        assertThat(back).isEqualTo(forth);
        return forth;
    }

    private static List<String> ids(JsonNode page, String id) {
        return page.get("results").valueStream().map(r -> r.get(id).asString()).toList();
    }

    private String phase() {
        return get(ANYBODY, "/actuator/rebuild").get("phase").asString();
    }
}
