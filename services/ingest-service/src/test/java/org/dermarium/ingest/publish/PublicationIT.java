package org.dermarium.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dermarium.events.Image;
import org.dermarium.events.bus.EventType;
import org.dermarium.ingest.IngestCase;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.file.LesionImages;
import org.dermarium.work.Backoff;
import org.dermarium.work.ClaimLost;
import org.dermarium.work.Job;
import org.dermarium.work.Settlement;
import org.dermarium.work.WorkContract;
import org.dermarium.work.loop.WorkLoop;
import org.dermarium.work.loop.Worker;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Publication goes on after a crash at any step, whoever else publishes. */
class PublicationIT extends IngestCase {

    @Nested
    class Queue extends WorkContract {

        private static final Duration LEASE = Duration.ofMinutes(1);

        @Autowired
        private PublishAccepted publish;

        @Autowired
        private Publications publications;

        private long cohort;

        @Override
        protected Worker worker() {
            return publish;
        }

        @Override
        protected List<String> makeJobs(int count) {
            List<String> images = accepted(count);
            assertThat(publish(cohort, true)).isEqualTo(count);
            return images;
        }

        private List<String> accepted(int count) {
            cohort = cohort();
            List<Long> images = IntStream.range(0, count)
                    .mapToObj(i -> accession(cohort, "image" + i + ".jpg", LesionImages.jpeg(i, 64, 48)))
                    .toList();
            images.forEach(id -> awaitState(id, "awaiting_review"));
            accept(cohort);
            return images.stream().map(String::valueOf).toList();
        }

        @Override
        protected void assertDoneOnce(List<String> keys) {
            for (String key : keys) {
                long id = Long.parseLong(key);
                String isicId = published(id);
                event(EventType.IMAGE_PUBLISHED, id);
                assertThat(isolation().topics().read(Image.class))
                        .filteredOn(event -> event.type() == EventType.IMAGE_PUBLISHED
                                && event.state().id() == id)
                        .hasSize(1);
                assertThat(fetch(address(isicId)).statusCode()).isEqualTo(200);
            }
        }

        @Override
        protected void assertGivenUp(String key) {
            assertThat(one(Long.parseLong(key)).get("state").asString()).isEqualTo("accepted");
            assertThat(reason(key)).contains("Ask for its publication again");
            assertThat(publish(cohort, true)).as("asked for anew").isEqualTo(1);
            assertThat(reason(key)).isEqualTo("null");
        }

        @Test
        void namesWhatCannotBePublished() {
            long image = Long.parseLong(accepted(1).getFirst());
            long waiting = accession(cohort, "waiting.jpg", LesionImages.jpeg(9, 64, 48));
            awaitState(waiting, "awaiting_review");
            long unknown = 999_999_999;
            var answer = post(
                            STAFF,
                            "/api/v2/cohorts/" + cohort + "/publish/",
                            Map.of("public", true, "accessions", List.of(image, waiting, unknown)))
                    .expect(202);
            assertThat(answer.get("count").asInt()).isEqualTo(1);
            assertThat(answer.get("not_accepted")).extracting(id -> id.asLong()).containsExactly(waiting, unknown);
        }

        @Test
        void countsEachRequestOnce() {
            accepted(8);
            WorkLoop loop = loops().loop(publish);
            loop.start();
            try {
                long counted = IntStream.range(0, 20)
                        .mapToLong(i -> publish(cohort, true))
                        .sum();
                assertThat(counted).isEqualTo(8);
                Eventually.until(
                        "all are published",
                        () -> count("select count(*) from accession where state = 'published' and cohort = " + cohort)
                                == 8);
            } finally {
                loop.stop();
            }
        }

        @Test
        void givesTheSameIdsAfterACrash() {
            List<String> images = makeJobs(3);
            List<Long> ids = images.stream().map(Long::parseLong).toList();
            queue().take(3, Duration.ZERO);
            List<PendingPublication> before = publications.pending(ids).block();
            assertThat(publications.pending(ids).block()).isEqualTo(before);
            assertThat(before)
                    .extracting(PendingPublication::isicId)
                    .doesNotHaveDuplicates()
                    .doesNotContain("ISIC_9999999");
            workOff(images);
            assertThat(before)
                    .allSatisfy(due -> assertThat(published(due.accession())).isEqualTo(due.isicId()));
        }

        @Test
        void leavesNoPublicFileOfAnImageWhoseAcceptanceIsTakenBack() throws Exception {
            List<String> images = makeJobs(3);
            List<Job> jobs = queue().take(3, LEASE);
            Settlement end = publish.work(jobs, () -> {});
            String first = publications
                    .pending(List.of(Long.parseLong(images.getFirst())))
                    .block()
                    .getFirst()
                    .isicId();
            assertThat(fetch(address(first)).statusCode()).isEqualTo(200);
            post(
                            STAFF,
                            "/api/v2/accessions/create-review-bulk/",
                            List.of(Map.of("id", Long.parseLong(images.getFirst()), "value", false)))
                    .expect(201);
            queue().settleAll(jobs, end, Backoff.STANDARD);
            Eventually.await(
                    "its file is gone",
                    () -> assertThat(fetch(address(first)).statusCode()).isIn(403, 404));
            assertThat(one(Long.parseLong(images.getFirst())).get("state").asString())
                    .isEqualTo("rejected");
            assertDoneOnce(images.subList(1, 3));
        }

        @Test
        void lateBatchGivesUpNoFileOfAPublishedImage() throws Exception {
            List<String> images = makeJobs(3);
            List<Job> late = queue().take(3, Duration.ZERO);
            Settlement end = publish.work(late, () -> {});
            workOff(images);
            assertThatThrownBy(() -> queue().settleAll(late, end, Backoff.STANDARD))
                    .isInstanceOf(ClaimLost.class);
            Eventually.until(
                    "the janitor has looked at what the first has copied",
                    () -> count("select count(*) from stored_object where bucket = 'public' and due_at <= now()") == 0);
            assertDoneOnce(images);
        }

        /** As its contributor sees it. */
        private String reason(String key) {
            return one(Long.parseLong(key)).get("reason").toString();
        }

        private static String address(String isicId) {
            return isolation().servers().s3() + "/" + isolation().publicBucket() + "/images/" + isicId + ".jpg";
        }
    }
}
