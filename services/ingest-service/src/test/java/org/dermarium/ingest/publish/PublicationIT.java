package org.dermarium.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dermarium.events.EventType;
import org.dermarium.events.Image;
import org.dermarium.ingest.IngestCase;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.LesionImages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Publication goes on after a crash at any step. */
class PublicationIT extends IngestCase {

    @Autowired
    private PublishAccepted loop;

    @Autowired
    private Publications publications;

    @Autowired
    private PublicFiles files;

    private long cohort;
    private List<Long> images;

    @BeforeEach
    void askForPublicationWhileNobodyWorks() {
        cohort = cohort();
        images = IntStream.range(0, 3)
                .mapToObj(i -> accession(cohort, "image" + i + ".jpg", LesionImages.jpeg(i, 64, 48)))
                .toList();
        images.forEach(id -> awaitState(id, "awaiting_review"));
        accept(cohort);
        Eventually.until("nothing else is published", () -> count("select count(*) from publication") == 0);
        loop.stop();
        assertThat(publish(cohort, true)).isEqualTo(3);
        assertThat(publish(cohort, true)).as("asked for once").isZero();
    }

    @AfterEach
    void workOn() {
        if (!loop.isRunning()) {
            loop.start();
        }
    }

    @Test
    void givesTheSameIdsAfterACrash() {
        List<Due> before = publications.next(10).block();
        assertThat(publications.next(10).block()).isEqualTo(before);
        assertThat(before).extracting(Due::isicId).doesNotHaveDuplicates().doesNotContain("ISIC_9999999");
        files.copy(before);
        loop.start();
        assertThat(images)
                .allSatisfy(id -> assertThat(published(id))
                        .isEqualTo(before.get(images.indexOf(id)).isicId()));
    }

    @Test
    void publishesOnceWhenTwoDoTheSame() {
        List<Due> due = publications.next(10).block();
        files.copy(due);
        assertThat(publications.finish(due).block()).hasSize(3);
        files.copy(due);
        assertThat(publications.finish(due).block()).isEmpty();
        images.forEach(id -> event(EventType.IMAGE_PUBLISHED, id));
        assertThat(isolation().topics().read(Image.class))
                .filteredOn(event -> event.type() == EventType.IMAGE_PUBLISHED
                        && images.contains(event.state().id()))
                .hasSize(3);
        Eventually.until(
                "the janitor has looked at what the second gave up",
                () -> count("select count(*) from stored_object where bucket = 'public'") == 0);
        assertThat(due)
                .allSatisfy(d -> assertThat(fetch(address(d)).statusCode())
                        .as("the public file that the first has published")
                        .isEqualTo(200));
    }

    private static String address(Due due) {
        return isolation().servers().s3() + "/" + isolation().publicBucket() + "/images/" + due.isicId() + ".jpg";
    }

    @Test
    void leavesNoPublicFileOfAnImageWhoseAcceptanceIsTakenBack() {
        List<Due> due = publications.next(10).block();
        files.copy(due);
        post(STAFF, "/api/v2/accessions/create-review-bulk/", List.of(Map.of("id", images.getFirst(), "value", false)))
                .expect(201);
        assertThat(publications.finish(due).block()).hasSize(2);
        String address = address(due.getFirst());
        Eventually.await(
                "its file is gone",
                () -> assertThat(fetch(address).statusCode()).isIn(403, 404));
        assertThat(one(images.getFirst()).get("state").asString()).isEqualTo("rejected");
    }
}
