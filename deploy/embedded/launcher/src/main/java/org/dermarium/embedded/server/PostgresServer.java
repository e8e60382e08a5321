package org.dermarium.embedded.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dermarium.embedded.fleet.CannotStart;
import org.dermarium.embedded.home.Home;
import org.dermarium.embedded.home.Ports;
import org.dermarium.embedded.home.Secrets;
import org.dermarium.embedded.process.Daemon;
import org.dermarium.embedded.process.StopSignal;

/** A PostgreSQL cluster with SCRAM passwords over TCP on loopback, durable commits and checksums; no Unix socket. */
record PostgresServer(Home home, Ports ports, Secrets secrets) {

    static final String USER = "postgres";
    private static final String NAME = "postgres";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Written anew at each start; {@code postgresql.conf} stays the administrator's own. */
    private static final String SETTINGS = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 300
            shared_buffers = 128MB
            effective_cache_size = 1GB
            work_mem = 8MB
            maintenance_work_mem = 64MB
            max_wal_size = 1GB
            checkpoint_timeout = 10min
            random_page_cost = 1.1
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_min_duration_statement = 500ms
            """;

    Daemon daemon() {
        return new Daemon(
                NAME,
                Servers.TIER,
                List.of(ports.postgres()),
                () -> Servers.VERSION,
                marker(),
                this::prepare,
                this::isReady,
                StopSignal.INT,
                PATIENCE);
    }

    private String marker() {
        return "-D " + data() + " ";
    }

    private Path data() {
        return home.data(NAME).resolve("data");
    }

    private ProcessBuilder prepare() throws IOException, InterruptedException {
        var program = PostgresProgram.install(home.programs().resolve(NAME));
        Account account = Account.forData(data());
        if (!Files.exists(data())) {
            initialise(program, account);
        }
        Files.writeString(data().resolve("dermarium.conf"), SETTINGS);
        account.own(data());
        new PostmasterLock(data()).removeIfStale();
        List<String> command = new ArrayList<>(account.prefix());
        command.addAll(List.of(program.binary("postgres"), "-D", data().toString(), "-p", "" + ports.postgres()));
        return new ProcessBuilder(command);
    }

    /** Under another name until it is complete: an interrupted initdb leaves something that looks like a cluster. */
    private void initialise(PostgresProgram program, Account account) throws IOException, InterruptedException {
        Path fresh = home.emptyTmp("initdb").resolve("data");
        Path folder = fresh.getParent();
        Path password = Files.writeString(folder.resolve("password"), secrets.postgresPassword() + "\n");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        account.own(folder);
        List<String> command = new ArrayList<>(account.prefix());
        command.addAll(List.of(program.binary("initdb"), "-D", fresh.toString(), "-U", USER, "--pwfile=" + password));
        command.addAll(List.of("-A", "scram-sha-256", "-E", "UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"));
        Path log = home.logs().resolve("initdb.log");
        Process initdb = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (initdb.waitFor() != 0) {
            throw new CannotStart("initdb failed:\n" + Files.readString(log));
        }
        Files.delete(password);
        Files.writeString(
                fresh.resolve("postgresql.conf"),
                "\ninclude_if_exists = 'dermarium.conf'\n",
                StandardOpenOption.APPEND);
        Files.createDirectories(data().getParent());
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean isReady() throws SQLException {
        try (Connection connection = connect()) {
            return connection.isValid(2);
        }
    }

    /** Makes the databases that are not there yet. */
    void createDatabases(List<String> names) throws SQLException {
        try (Connection connection = connect();
                var known = connection.prepareStatement("select from pg_database where datname = ?");
                var statement = connection.createStatement()) {
            for (String name : names) {
                known.setString(1, name);
                try (var found = known.executeQuery()) {
                    if (!found.next()) {
                        statement.execute("create database \"" + name + "\"");
                    }
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/postgres?connectTimeout=2&loginTimeout=3",
                USER,
                secrets.postgresPassword());
    }
}
