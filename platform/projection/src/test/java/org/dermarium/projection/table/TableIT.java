package org.dermarium.projection.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.dermarium.events.Image;
import org.dermarium.events.User;
import org.dermarium.events.bus.EventType;
import org.dermarium.events.bus.Topic;
import org.dermarium.projection.Rebuild;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.ImageBuilder;
import org.dermarium.testkit.server.Isolation;
import org.dermarium.testkit.server.Servers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = Known.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@DirtiesContext
class TableIT {

    private static Isolation corner;

    @Autowired
    private DatabaseClient db;

    @Autowired
    private Known known;

    @Autowired
    private Rebuild rebuild;

    @DynamicPropertySource
    static void corner(DynamicPropertyRegistry registry) {
        corner = Servers.shared().isolate(registry, "catalog");
        corner.topics().create();
    }

    @Test
    void writesEachColumnAsItsType() {
        Image image = ImageBuilder.anImage(7_001).published().pixels(8, 6).build();
        publish(image);
        await("select pixels = array[8, 6]::bigint[] and published_at is not null from image where id = 7001", true);
        assertThat(all("select isic_id || ' ' || (state ->> 'cohort') from image where id = 7001", String.class))
                .allSatisfy(text -> assertThat(text).startsWith(image.isicId()));
    }

    @Test
    void cutsTimesWhereCursorsDo() {
        publish(user(1, 1, "ada@example.org", Instant.parse("2026-01-02T03:04:05.123456789Z")));
        await("select to_char(created_at at time zone 'utc', 'SS.US') from person where id = 1", "05.123456");
    }

    @Test
    void leavesColumnsOfTheServiceItselfAlone() {
        publish(user(2, 1, "old@example.org", Instant.EPOCH));
        await("select email from person where id = 2", "old@example.org");
        run("update person set note = 'mine' where id = 2");
        publish(user(2, 2, "new@example.org", Instant.EPOCH));
        await("select note || email from person where id = 2", "minenew@example.org");
        rebuild.start();
        rebuilt();
        await("select note || email from person where id = 2", "minenew@example.org");
    }

    @Test
    void keepsOnlyWhatItsTableIsFor() {
        publish(user(3, 1, "nobody@example.org", Instant.EPOCH), user(4, 1, "somebody@example.org", Instant.EPOCH));
        await("select count(*) from person where id = 4", 1L);
        assertThat(all("select id from person where id = 3", Long.class)).isEmpty();
    }

    @Test
    void tellsEffectsOnceWhatWasNews() {
        LongStream.rangeClosed(1, 4)
                .forEach(v -> publish(
                        ImageBuilder.anImage(7_002).published().version(v).build()));
        publish(ImageBuilder.anImage(7_002).published().version(2).build());
        publish(ImageBuilder.anImage(7_002).published().version(5).build());
        await("select max(version) from effect where id = 7002", 5L);
        rebuild.start();
        rebuilt();
        assertThat(all("select version from effect where id = 7002 order by 1", Long.class))
                .doesNotHaveDuplicates();
    }

    @Test
    void writesNoRowWithoutItsEffectAndSparesTheOthers() {
        publish(
                ImageBuilder.anImage(7_003).published().version(1).build(),
                ImageBuilder.anImage(7_003).published().version(66).build(),
                ImageBuilder.anImage(7_004).published().version(1).build());
        Eventually.await(
                "the bad one is a dead letter",
                () -> assertThat(corner.topics().deadLetters(Topic.IMAGES, "catalog"))
                        .extracting(r -> r.key())
                        .containsExactly("7003"));
        await("select count(*) from image where id = 7004", 1L);
        assertThat(all("select version from image where id = 7003", Long.class)).doesNotContain(66L);
    }

    @Test
    void repeatsAWrittenBatchWhoseOffsetsWereNotCommitted() {
        known.crashes.set(2);
        publish(user(5, 1, "twice@example.org", Instant.EPOCH));
        Eventually.until("it came again", () -> known.crashes.get() == 0);
        publish(user(6, 1, "next@example.org", Instant.EPOCH));
        await("select count(*) from person where id in (5, 6)", 2L);
    }

    private void publish(Image... images) {
        corner.topics().publish(EventType.IMAGE_PUBLISHED, images);
    }

    private void publish(User... users) {
        corner.topics().publish(EventType.USER_CHANGED, users);
    }

    private void rebuilt() {
        Eventually.until("rebuilt", () -> rebuild.progress().phase() == Rebuild.Phase.DONE);
    }

    private void run(String sql) {
        db.sql(sql).then().block();
    }

    private void await(String sql, Object value) {
        Eventually.await(
                sql,
                () -> assertThat(all(sql, value.getClass()))
                        .asInstanceOf(InstanceOfAssertFactories.list(Object.class))
                        .containsExactly(value));
    }

    private <T> List<T> all(String sql, Class<T> type) {
        return db.sql(sql).mapValue(type).all().collectList().block();
    }

    private static User user(long id, long version, String email, Instant createdAt) {
        return new User(id, version, email, "Ada", "Example", false, true, createdAt);
    }
}
