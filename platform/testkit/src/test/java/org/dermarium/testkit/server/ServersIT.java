package org.dermarium.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.testkit.ImageBuilder.anImage;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import org.dermarium.events.Image;
import org.dermarium.events.bus.EventType;
import org.junit.jupiter.api.Test;

class ServersIT {

    private final Servers servers = Servers.shared();

    @Test
    void givesEachIsolationAnEmptyDatabaseOfItsOwn() throws Exception {
        Isolation first = servers.isolate("ingest");
        Isolation second = servers.isolate("ingest");

        assertThat(first.database()).isNotEqualTo(second.database());
        try (var connection = DriverManager.getConnection(
                        servers.jdbcUrl(first.database()), servers.postgresUser(), servers.postgresPassword());
                var statement = connection.createStatement();
                var tables = statement.executeQuery(
                        "select count(*) from information_schema.tables where table_schema = 'public'")) {
            tables.next();
            assertThat(tables.getInt(1)).isZero();
        }
    }

    @Test
    void tellsOnlyServicesWithAnOutboxWhereItIs() {
        assertThat(servers.isolate("catalog").properties()).containsKey("dermarium.outbox.url");
        assertThat(servers.isolate("search").properties()).doesNotContainKey("dermarium.outbox.url");
    }

    @Test
    void readsBackWhatWasPublished() {
        TestTopics topics = servers.isolate("search").topics().create().create();
        Image image = anImage().published().sex("male").ownedBy(7).build();

        topics.publish(EventType.IMAGE_PUBLISHED, image);

        assertThat(topics.read(Image.class)).singleElement().satisfies(e -> {
            assertThat(e.type()).isEqualTo(EventType.IMAGE_PUBLISHED);
            assertThat(e.state()).isEqualTo(image);
        });
        assertThat(topics.awaitEvent(EventType.IMAGE_PUBLISHED, Image.class, i -> i.id() == image.id())
                        .state())
                .isEqualTo(image);
    }

    @Test
    void answersWithElasticsearchAndS3() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            for (String address : new String[] {servers.elasticsearch(), servers.s3()}) {
                var answer =
                        http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding());
                assertThat(answer.statusCode()).isIn(200, 403);
            }
        }
    }
}
