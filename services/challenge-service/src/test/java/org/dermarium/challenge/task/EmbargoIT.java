package org.dermarium.challenge.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.testkit.ImageBuilder.anImage;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dermarium.challenge.scoring.ScoringCase;
import org.dermarium.events.Image;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Tasks with images that participants cannot see. */
class EmbargoIT extends ScoringCase {

    private static final String HEADER = "image,MEL,NV\n";

    private final Image melanoma = anImage().published().build();
    private final Image nevus = anImage().published().build();
    private final Image other = anImage().published().build();
    private final Image secret = anImage().embargoed().build();
    private final Image hidden = anImage().embargoed().build();
    private String challenge;
    private long task;

    @BeforeEach
    void makeATask() {
        heard(melanoma, nevus, other, secret, hidden);
        challenge = challenge();
        task = draft(challenge, Map.of("max_submissions_per_week", 0));
        truth(task, truth(melanoma, nevus, other, secret, hidden));
    }

    private void heard(Image... images) {
        topics().publish(EventType.IMAGE_PUBLISHED, images);
        for (Image image : images) {
            Eventually.until(
                    "the image is heard of",
                    () -> count("select count(*) from image where id = %d and version = %d"
                                    .formatted(image.id(), image.version()))
                            == 1);
        }
    }

    /** The first one a melanoma, all others nevi. */
    private static String truth(Image... images) {
        return HEADER
                + String.join(
                        "",
                        Stream.of(images)
                                .map(i -> i.isicId() + (i == images[0] ? ",1,0\n" : ",0,1\n"))
                                .toList());
    }

    private static String predictions(Image... images) {
        return HEADER
                + String.join(
                        "",
                        Stream.of(images)
                                .map(i -> i.isicId() + (i == images[0] ? ",0.9,0.1\n" : ",0.1,0.9\n"))
                                .toList());
    }

    private void open() {
        post(staff(), "tasks/" + task + "/open/", Map.of("hidden_images", 2)).expect(200);
    }

    private void withdraw(Image image) {
        heard(anImage(image.id())
                .isicId(image.isicId())
                .withdrawn("mistake")
                .version(image.version() + 1)
                .build());
    }

    private Answer scored(String table) {
        long person = number();
        var alice = new Participant(person, member(person), team(challenge, person));
        long id = handIn(alice, approach(task, alice.team(), person), table);
        ended(id);
        return get(alice.token(), "submissions/" + id + "/").expect(200);
    }

    private static void assertSucceeded(Answer submission) {
        assertThat(submission.get("status").asString()).as(submission.text()).isEqualTo("succeeded");
        assertThat(submission.get("validation_score").asDouble()).isEqualTo(1);
    }

    @Test
    void opensNoTaskWithHiddenImagesBeforeStaffSayThatTheyKnow() {
        String path = "tasks/" + task + "/open/";
        post(staff(), path, null)
                .expect(400)
                .saying("2 of the 5 images of the truth are not public")
                .saying(secret.isicId())
                .saying("\"field\":\"hidden_images\"");
        post(staff(), path, Map.of("hidden_images", 1)).expect(400);
        post(staff(), path, Map.of("hidden_images", 3)).expect(400);
        get(ANYBODY, "tasks/" + task + "/").expect(404);
        assertThat(count("select count(*) from task_image where task = " + task))
                .isZero();
        open();
    }

    @Test
    void opensNoTaskThatWouldHaveNothingToScore() {
        truth(task, truth(secret, nevus, other));
        post(staff(), "tasks/" + task + "/open/", Map.of("hidden_images", 1))
                .expect(400)
                .saying("Category 'MEL' has no positive row that counts.");
    }

    @Test
    void asksForWhatEverybodyMaySeeAndNamesNothingElse() {
        open();
        String path = "tasks/" + task + "/";
        for (String token : List.of(ANYBODY, member(41), staff())) {
            assertThat(get(token, path).get("images_count").asInt()).isEqualTo(3);
            var images = get(token, path + "images/");
            assertThat(images.get("count").asInt()).isEqualTo(3);
            assertThat(texts(images.get("results"), "isic_id"))
                    .containsExactlyInAnyOrder(melanoma.isicId(), nevus.isicId(), other.isicId());
        }
        assertSucceeded(scored(predictions(melanoma, nevus, other)));
        var incomplete = scored(predictions(melanoma, nevus));
        assertThat(incomplete.get("problems").get(0).get("count").asInt()).isEqualTo(1);
        assertThat(incomplete.text()).contains(other.isicId()).doesNotContain(secret.isicId(), hidden.isicId());
        var guessed = scored(predictions(melanoma, nevus, other, secret));
        var stranger = scored(predictions(melanoma, nevus, other, anImage().build()));
        for (Answer refused : List.of(guessed, stranger)) {
            assertThat(texts(refused.get("problems"), "code")).containsExactly("EXTRA_IMAGES");
        }
    }

    @Test
    void asksForNothingNewWhenAnEmbargoEnds() {
        open();
        heard(anImage(secret.id())
                .isicId(secret.isicId())
                .published()
                .version(secret.version() + 1)
                .build());
        assertThat(get(ANYBODY, "tasks/" + task + "/").get("images_count").asInt())
                .isEqualTo(3);
        assertSucceeded(scored(predictions(melanoma, nevus, other)));
    }

    @Test
    void countsNothingOfAnImageThatIsWithdrawnLater() {
        open();
        withdraw(other);
        assertThat(get(ANYBODY, "tasks/" + task + "/").get("images_count").asInt())
                .isEqualTo(2);
        assertSucceeded(scored(predictions(melanoma, nevus)));
        assertSucceeded(scored(predictions(melanoma, nevus) + other.isicId() + ",0.9,0.1\n"));
        assertThat(scored(predictions(melanoma)).text())
                .contains(nevus.isicId())
                .doesNotContain(other.isicId());
    }

    @Test
    void saysSoWhenTooMuchOfATruthIsWithdrawn() {
        open();
        withdraw(melanoma);
        var refused = scored(predictions(nevus, other));
        assertThat(refused.get("status").asString()).isEqualTo("failed");
        assertThat(texts(refused.get("problems"), "code")).containsExactly("FAULTY_TRUTH");
        assertThat(refused.text()).doesNotContain(melanoma.isicId());
    }

    @Test
    void mendsATruthOnlyWithTheSameImages() {
        open();
        csv(HttpMethod.PUT, staff(), "tasks/" + task + "/truth/", truth(melanoma, nevus, other))
                .expect(400);
        truth(task, truth(melanoma, nevus, other, secret, hidden));
        csv(HttpMethod.PUT, staff(), "tasks/" + task + "/truth/", truth(secret, melanoma, nevus, other, hidden))
                .expect(400)
                .saying("Category 'MEL' has no positive row that counts.");
        assertSucceeded(scored(predictions(melanoma, nevus, other)));
    }

    @Test
    void hidesLesionsOfWhichNoImageIsPublic() {
        String seen = "IL_1" + number();
        String mixed = "IL_2" + number();
        String unseen = "IL_3" + number();
        heard(
                anImage().published().lesion(seen).build(),
                anImage().published().lesion(mixed).build(),
                anImage().embargoed().lesion(mixed).build(),
                anImage().embargoed().lesion(unseen).build());
        truth(task, "lesion_id,MEL,NV\n%s,1,0\n%s,0,1\n%s,0,1\n".formatted(seen, mixed, unseen));
        post(staff(), "tasks/" + task + "/open/", null)
                .expect(400)
                .saying("1 of the 3 images")
                .saying(unseen);
        post(staff(), "tasks/" + task + "/open/", Map.of("hidden_images", 1)).expect(200);
        assertThat(texts(get(ANYBODY, "tasks/" + task + "/images/").get("results"), "isic_id"))
                .containsExactlyInAnyOrder(seen, mixed);
        assertSucceeded(scored("lesion_id,MEL,NV\n%s,0.9,0.1\n%s,0.1,0.9\n".formatted(seen, mixed)));
    }

    @Test
    void takesScoresBackWhereTheyWerePublished() {
        open();
        String own = "tasks/" + task + "/";
        patch(staff(), "challenges/" + challenge + "/", Map.of("scores_published", true))
                .expect(200);
        patch(staff(), own, Map.of("scores_published", false)).expect(409).saying("take them back there");
        patch(staff(), "challenges/" + challenge + "/", Map.of("scores_published", false))
                .expect(200);
        get(ANYBODY, "leaderboard/" + task + "/by-team/").expect(404);
    }
}
