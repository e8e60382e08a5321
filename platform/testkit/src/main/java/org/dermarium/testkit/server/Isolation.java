package org.dermarium.testkit.server;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.dermarium.events.bus.Topic;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * One test's own corner of the shared servers.
 *
 * @param name unique, good as the start of a topic, index or bucket name
 * @param database empty at first; "postgres" for a service that keeps no database
 */
public record Isolation(Servers servers, String service, String name, String database) {

    /** Signs cursors, uploads and cookies in tests. */
    public static final String SECRET = "a-secret-for-tests-of-at-least-32-bytes";

    static boolean hasDatabase(String service) {
        return Arrays.stream(Topic.values()).anyMatch(t -> t.owner().equals(service));
    }

    public String topicPrefix() {
        return name.replace('_', '-') + ".";
    }

    public String indexPrefix() {
        return name.replace('_', '-') + "-";
    }

    public String privateBucket() {
        return name.replace('_', '-') + "-private";
    }

    public String publicBucket() {
        return name.replace('_', '-') + "-public";
    }

    /** The topics of this corner. */
    public TestTopics topics() {
        return new TestTopics(servers.kafka(), topicPrefix());
    }

    /** Every Spring property a service needs to live in this corner. */
    public Map<String, String> properties() {
        var all = new LinkedHashMap<String, String>();
        all.put("spring.kafka.bootstrap-servers", servers.kafka());
        all.put("dermarium.topic-prefix", topicPrefix());
        all.put("dermarium.index-prefix", indexPrefix());
        all.put("dermarium.elasticsearch.url", servers.elasticsearch());
        all.put("dermarium.secret", SECRET);
        all.put("dermarium.issuer", TestTokens.shared().issuer());
        all.put("dermarium.jwks", TestTokens.shared().jwks());
        putPostgres(all);
        putS3(all);
        return all;
    }

    /** A service's settings in this corner, for a test of the parts that need no service. */
    public <T> T settings(String prefix, Class<T> type) {
        return new Binder(new MapConfigurationPropertySource(properties()))
                .bind(prefix, type)
                .get();
    }

    /** The {@link #properties} for a service that a test starts itself, and what more it is told. */
    public String[] arguments(String... more) {
        return Stream.concat(
                        properties().entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue()),
                        Arrays.stream(more))
                .toArray(String[]::new);
    }

    private void putPostgres(Map<String, String> all) {
        all.put("dermarium.postgres.address", servers.postgres());
        all.put("dermarium.postgres.user", servers.postgresUser());
        all.put("dermarium.postgres.password", servers.postgresPassword());
        if (!hasDatabase(service)) {
            return;
        }
        all.put("spring.r2dbc.url", servers.r2dbcUrl(database));
        all.put("spring.r2dbc.username", servers.postgresUser());
        all.put("spring.r2dbc.password", servers.postgresPassword());
        for (String prefix : new String[] {"spring.flyway.", "dermarium.outbox."}) {
            all.put(prefix + "url", servers.jdbcUrl(database));
            all.put(prefix + "user", servers.postgresUser());
            all.put(prefix + "password", servers.postgresPassword());
        }
        all.put("spring.datasource.url", servers.jdbcUrl(database));
        all.put("spring.datasource.username", servers.postgresUser());
        all.put("spring.datasource.password", servers.postgresPassword());
    }

    private void putS3(Map<String, String> all) {
        all.put("dermarium.s3.endpoint", servers.s3());
        all.put("dermarium.s3.access-key", servers.s3AccessKey());
        all.put("dermarium.s3.secret-key", servers.s3SecretKey());
        all.put("dermarium.s3.private-bucket", privateBucket());
        all.put("dermarium.s3.public-bucket", publicBucket());
        all.put("dermarium.s3.public-url", servers.s3());
    }
}
