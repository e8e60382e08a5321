package org.dermarium.embedded.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dermarium.embedded.fleet.CannotStart;
import org.dermarium.embedded.home.Home;
import org.dermarium.embedded.home.Ports;
import org.dermarium.embedded.home.Secrets;
import org.dermarium.embedded.process.Daemon;

/**
 * Kafka, PostgreSQL, Elasticsearch, S3 and the demo registrar of one installation.
 *
 * @param built the folder {@code deploy/embedded} with its modules built
 */
public record Servers(Home home, Ports ports, Secrets secrets, Path built) {

    public static final int TIER = 1;

    /** Servers are left running when they are rebuilt: their versions are part of the POM and hardly ever change. */
    static final String VERSION = "";

    /** Where servers of that home listen already, so that nobody who asks for any ports gets a second choice. */
    public static Optional<Ports> portsOfRunning(Home home) {
        return home.runFiles()
                .find(KafkaServer.NAME)
                .filter(running -> running.process().isPresent())
                .map(running -> Ports.ofKafka(running.ports().getFirst()));
    }

    public List<Daemon> daemons() {
        return List.of(
                new KafkaServer(home, ports, built).daemon(),
                postgres().daemon(),
                new ElasticsearchServer(home, ports, built).daemon(),
                new S3Server(home, ports, secrets, built).daemon(),
                new RegistrarServer(home, ports, secrets, built).daemon());
    }

    public void createDatabases(List<String> names) {
        try {
            postgres().createDatabases(names);
        } catch (SQLException failure) {
            throw new CannotStart("Cannot create databases: " + failure.getMessage(), failure);
        }
    }

    /** How to reach them and the way in, under the names that the tests read; the order is for people. */
    public Map<String, String> addresses() {
        return Map.ofEntries(
                Map.entry("kafka", "127.0.0.1:" + ports.kafka()),
                Map.entry("postgres", "127.0.0.1:" + ports.postgres()),
                Map.entry("postgresUser", PostgresServer.USER),
                Map.entry("postgresPassword", secrets.postgresPassword()),
                Map.entry("elasticsearch", "http://127.0.0.1:" + ports.elasticsearch()),
                Map.entry("s3", "http://127.0.0.1:" + ports.s3()),
                Map.entry("s3AccessKey", secrets.s3AccessKey()),
                Map.entry("s3SecretKey", secrets.s3SecretKey()),
                Map.entry("registrar", "http://127.0.0.1:" + ports.registrar()),
                Map.entry("registrarUser", RegistrarServer.USER),
                Map.entry("registrarPassword", secrets.registrarPassword()));
    }

    /** Writes {@link #addresses()} to {@code servers.properties} in the home and returns that file. */
    public Path writeAddresses() {
        Path file = home.root().resolve("servers.properties");
        String lines = addresses().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private PostgresServer postgres() {
        return new PostgresServer(home, ports, secrets);
    }
}
