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

/** S3 over plain files: every request must be signed, except reads of objects whose ACL is public-read. */
record S3Server(Home home, Ports ports, Secrets secrets, Path built) {

    private static final String NAME = "s3";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    Daemon daemon() {
        return new Daemon(
                NAME,
                Servers.TIER,
                List.of(ports.s3()),
                () -> Servers.VERSION,
                Jvm.marker(home, NAME),
                this::prepare,
                Readiness.http("http://127.0.0.1:" + ports.s3() + "/", status -> status < 500),
                StopSignal.TERM,
                PATIENCE);
    }

    private ProcessBuilder prepare() throws IOException {
        Path program =
                Program.install(built.resolve("s3/target/dist"), home.programs().resolve(NAME));
        Path data = Files.createDirectories(home.data(NAME).resolve("data"));
        Path properties = home.data(NAME).resolve("s3proxy.properties");
        Files.deleteIfExists(properties);
        Files.createFile(
                properties, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(properties, properties(data));
        List<String> command = Jvm.server(home, NAME, Compiling.USUAL, "-Xms32m", "-Xmx256m");
        command.addAll(List.of(
                "-cp", program.resolve("lib") + "/*", "org.gaul.s3proxy.Main", "--properties", properties.toString()));
        return new ProcessBuilder(command);
    }

    private String properties(Path data) {
        return """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                s3proxy.ignore-unknown-headers=true
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                jclouds.identity=unused
                jclouds.credential=unused
                """.formatted(ports.s3(), secrets.s3AccessKey(), secrets.s3SecretKey(), data);
    }
}
