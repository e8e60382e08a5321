package org.dermarium.doi.publish.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dermarium.doi.DoiCase;
import org.dermarium.events.Collection;
import org.dermarium.events.Doi;
import org.dermarium.events.bus.EventType;
import org.dermarium.work.WorkContract;
import org.dermarium.work.loop.Worker;
import org.junit.jupiter.api.Nested;
import org.springframework.beans.factory.annotation.Autowired;

/** The queue of DOIs keeps to the contract of queues, for drafts and where it matters most: at the registrar. */
class DoiWorkIT extends DoiCase {

    /** What was asked and ordered has been done; the registrar is next. */
    private static final String AT_MINT = """
            with moved as (update doi set state = 'publishing', open = true, frozen = '%s' where slug = :slug returning doi),
              begun as (insert into publication (doi, step, requested_by, requested_at)
                        select doi, 'mint', 900, now() from moved returning doi)
            insert into publication_step (doi, step, started_at) select doi, 'mint', now() from begun""".formatted(
                    "{\"creators\":[],\"licenses\":[],\"images\":1,\"lesions\":0,\"patients\":0,\"newestYear\":2026}");

    @Autowired
    private WorkOnDois worker;

    private abstract class Contract extends WorkContract {

        @Override
        protected Worker worker() {
            return worker;
        }

        /** Drafts, of which the registrar has not heard. */
        protected List<String> drafts(int count) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Collection collection =
                        collection(OWNER, "A set", image().published().build());
                names.add(doi(staff(), drafted(staff(), collection)).get("doi").asString());
            }
            return names;
        }
    }

    @Nested
    class OfDrafts extends Contract {

        @Override
        protected List<String> makeJobs(int count) {
            return drafts(count);
        }

        @Override
        protected void assertDoneOnce(List<String> keys) {
            keys.forEach(name -> assertThat(registrar.metadata(name).title()).isEqualTo("A set"));
        }

        /** A draft needs no registrar; it is told of it later. */
        @Override
        protected void assertGivenUp(String key) {
            assertThat(registrar.calls()).doesNotContain("draft " + key);
        }
    }

    @Nested
    class OfPublications extends Contract {

        @Override
        protected List<String> makeJobs(int count) {
            List<String> names = drafts(count);
            for (String name : names) {
                db().sql(AT_MINT.replace("slug = :slug", "doi = :doi"))
                        .bind("doi", name)
                        .then()
                        .block();
            }
            return names;
        }

        @Override
        protected void assertDoneOnce(List<String> keys) {
            for (String name : keys) {
                assertThat(state(name)).isEqualTo("published");
                assertThat(registrar.metadata(name).isPublished()).isTrue();
                assertThat(told(name)).as("published events of " + name).isEqualTo(1);
            }
        }

        @Override
        protected void assertGivenUp(String key) {
            assertThat(state(key)).isEqualTo("draft");
            assertThat(db().sql("select problem from publication where doi = :doi")
                            .bind("doi", key)
                            .mapValue(String.class)
                            .one()
                            .block())
                    .isEqualTo("Something went wrong; the operators' log says what.");
        }

        private String state(String name) {
            return db().sql("select state from doi where doi = :doi")
                    .bind("doi", name)
                    .mapValue(String.class)
                    .one()
                    .block();
        }

        private long told(String name) {
            topics().awaitEvent(EventType.DOI_PUBLISHED, Doi.class, d -> d.doi().equals(name));
            return topics().read(Doi.class).stream()
                    .filter(e -> e.type() == EventType.DOI_PUBLISHED
                            && e.state().doi().equals(name))
                    .count();
        }
    }
}
