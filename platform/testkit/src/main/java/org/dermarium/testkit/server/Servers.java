package org.dermarium.testkit.server;

import java.util.UUID;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * The real servers of a test run, started once a JVM. Tests keep out of each other's way by names: {@link #isolate}
 * gives each a database, topics, indices and buckets of its own.
 */
public final class Servers {

    private final ServerAddresses addresses;

    private Servers(ServerAddresses addresses) {
        this.addresses = addresses;
    }

    /**
     * The servers named by {@code DERMARIUM_TEST_SERVERS} (a properties file), else containers where a Docker engine
     * answers and {@code DERMARIUM_TEST_PROVIDER} is not {@code embedded}, else the project's embedded ones.
     */
    public static Servers shared() {
        return Shared.SERVERS;
    }

    /** Names that nobody else uses, with a fresh database when the service has one. */
    public Isolation isolate(String service) {
        String name = service + "_" + UUID.randomUUID().toString().substring(0, 8);
        String database = Isolation.hasDatabase(service) ? freshDatabase(name) : "postgres";
        return new Isolation(this, service, name, database);
    }

    /** As {@link #isolate(String)}, told to the Spring context under test. */
    public Isolation isolate(DynamicPropertyRegistry registry, String service) {
        Isolation isolation = isolate(service);
        isolation.properties().forEach((name, value) -> registry.add(name, () -> value));
        return isolation;
    }

    /** Creates an empty database and returns its name. */
    public String freshDatabase(String name) {
        Databases.create(jdbcUrl("postgres"), postgresUser(), postgresPassword(), name);
        return name;
    }

    public String kafka() {
        return addresses.kafka();
    }

    /** {@code host:port}. */
    public String postgres() {
        return addresses.postgres();
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + postgres() + "/" + database;
    }

    public String r2dbcUrl(String database) {
        return "r2dbc:postgresql://" + postgres() + "/" + database;
    }

    public String postgresUser() {
        return addresses.postgresUser();
    }

    public String postgresPassword() {
        return addresses.postgresPassword();
    }

    public String elasticsearch() {
        return addresses.elasticsearch();
    }

    public String s3() {
        return addresses.s3();
    }

    public String s3AccessKey() {
        return addresses.s3AccessKey();
    }

    public String s3SecretKey() {
        return addresses.s3SecretKey();
    }

    private static final class Shared {
        static final Servers SERVERS = new Servers(ServerProvider.chosen().start());
    }
}
