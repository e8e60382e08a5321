package org.dermarium.ingest.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dermarium.events.EventType;
import org.dermarium.events.Image;
import org.dermarium.events.User;
import org.dermarium.ingest.IngestCase;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.LesionImages;
import org.dermarium.work.WorkContract;
import org.dermarium.work.WorkLoops;
import org.dermarium.work.WorkQueues;
import org.dermarium.work.Worker;
import org.junit.jupiter.api.Nested;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;

/** Two instances tell of changed owners once. */
class OwnerChangeQueueIT extends IngestCase {

    @Nested
    class Queue extends WorkContract {

        private static final long COLLEAGUE = 12;

        @Autowired
        private TellOwnerChanges worker;

        @Autowired
        private WorkQueues queues;

        @Autowired
        private WorkLoops loops;

        @Override
        protected DatabaseClient db() {
            return OwnerChangeQueueIT.this.db();
        }

        @Override
        protected WorkQueues queues() {
            return queues;
        }

        @Override
        protected WorkLoops loops() {
            return loops;
        }

        @Override
        protected Worker worker() {
            return worker;
        }

        @Override
        protected List<String> makeJobs(int count) {
            isolation()
                    .topics()
                    .publish(
                            EventType.USER_CHANGED,
                            new User(
                                    COLLEAGUE,
                                    1,
                                    "colleague@example.org",
                                    "Ada",
                                    "Example",
                                    false,
                                    true,
                                    Instant.EPOCH));
            Eventually.until(
                    "the colleague is known",
                    () -> count("select count(*) from known_user where id = " + COLLEAGUE) == 1);
            return IntStream.range(0, count)
                    .mapToObj(i -> String.valueOf(contributor(i)))
                    .toList();
        }

        private long contributor(int number) {
            long cohort = cohort();
            long contributor = count("select contributor from cohort where id = " + cohort);
            awaitState(accession(cohort, "a.jpg", LesionImages.jpeg(number, 64, 48)), "awaiting_review");
            send(
                            HttpMethod.PUT,
                            OWNER,
                            "/api/v2/contributors/" + contributor + "/owners/",
                            Map.of("owners", List.of(7, COLLEAGUE)))
                    .expect(200);
            return contributor;
        }

        @Override
        protected void assertDoneOnce(List<String> keys) {
            for (String key : keys) {
                long accession = count(
                        "select a.id from accession a join cohort c on c.id = a.cohort where c.contributor = " + key);
                assertThat(event(EventType.IMAGE_METADATA_CHANGED, accession)
                                .state()
                                .contributor()
                                .owners())
                        .contains(COLLEAGUE);
                assertThat(isolation().topics().read(Image.class))
                        .filteredOn(event -> event.type() == EventType.IMAGE_METADATA_CHANGED
                                && event.state().id() == accession)
                        .hasSize(1);
            }
        }

        /** An operator sees to it: rights hang on it. */
        @Override
        protected void assertGivenUp(String key) {
            assertThat(count(
                            "select count(*) from job where queue = 'owner-changes' and aside_at is not null and key = '"
                                    + key + "'"))
                    .isEqualTo(1);
        }
    }
}
