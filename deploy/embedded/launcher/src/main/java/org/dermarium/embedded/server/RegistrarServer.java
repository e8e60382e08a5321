package org.dermarium.embedded.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.dermarium.embedded.home.Compiling;
import org.dermarium.embedded.home.Home;
import org.dermarium.embedded.home.Jvm;
import org.dermarium.embedded.home.Ports;
import org.dermarium.embedded.home.Program;
import org.dermarium.embedded.home.Secrets;
import org.dermarium.embedded.process.Daemon;
import org.dermarium.embedded.process.Readiness;
import org.dermarium.embedded.process.StopSignal;

/** The demo registrar in DataCite's place: DOIs that it registers are known to this installation only. */
record RegistrarServer(Home home, Ports ports, Secrets secrets, Path built) {

    static final String USER = "DEMO.DERMARIUM";

    /** Given to nobody: DOIs below it resolve nowhere else. */
    private static final String PREFIX = "10.5072";

    private static final String NAME = "registrar";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    Daemon daemon() {
        return new Daemon(
                NAME,
                Servers.TIER,
                List.of(ports.registrar()),
                () -> Servers.VERSION,
                Jvm.marker(home, NAME),
                this::prepare,
                Readiness.http("http://127.0.0.1:" + ports.registrar() + "/heartbeat", status -> status == 200),
                StopSignal.TERM,
                PATIENCE);
    }

    private ProcessBuilder prepare() throws IOException {
        Path program = Program.install(
                built.resolve("registrar/target/dist"), home.programs().resolve(NAME));
        Path data = Files.createDirectories(home.data(NAME));
        Path properties = data.resolve("registrar.properties");
        Files.deleteIfExists(properties);
        Files.createFile(
                properties, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(properties, properties(data.resolve("dois.json")));
        List<String> command = Jvm.server(home, NAME, Compiling.QUICK, "-Xms16m", "-Xmx64m");
        command.addAll(List.of(
                "-cp",
                program.resolve("lib") + "/*",
                "org.dermarium.embedded.registrar.RegistrarServer",
                properties.toString()));
        return new ProcessBuilder(command);
    }

    private String properties(Path file) {
        return """
                port=%d
                file=%s
                user=%s
                password=%s
                prefix=%s
                """.formatted(ports.registrar(), file, USER, secrets.registrarPassword(), PREFIX);
    }
}
