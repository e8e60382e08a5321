package org.dermarium.embedded.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.dermarium.embedded.home.Compiling;
import org.dermarium.embedded.home.Home;
import org.dermarium.embedded.home.Jvm;
import org.dermarium.embedded.home.Ports;
import org.dermarium.embedded.home.Program;
import org.dermarium.embedded.process.Daemon;
import org.dermarium.embedded.process.Readiness;
import org.dermarium.embedded.process.StopSignal;

/** One node on the module path, as the server's own start-up has it. No authentication, hence loopback only. */
record ElasticsearchServer(Home home, Ports ports, Path built) {

    private static final String NAME = "elasticsearch";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    Daemon daemon() {
        String health = "http://127.0.0.1:%d/_cluster/health?wait_for_status=yellow&timeout=2s";
        return new Daemon(
                NAME,
                Servers.TIER,
                List.of(ports.elasticsearch(), ports.elasticsearchTransport()),
                () -> Servers.VERSION,
                Jvm.marker(home, NAME),
                this::prepare,
                Readiness.http(health.formatted(ports.elasticsearch()), status -> status == 200),
                StopSignal.TERM,
                PATIENCE);
    }

    private ProcessBuilder prepare() throws IOException {
        Path program = Program.install(
                built.resolve("elasticsearch/target/dist"), home.programs().resolve(NAME));
        Path data = Files.createDirectories(home.data(NAME));
        List<String> command = Jvm.server(home, NAME, Compiling.PATIENT, "-Xms256m", "-Xmx512m");
        command.addAll(List.of(
                "-Des.path.home=" + program,
                "-Des.distribution.type=tar",
                "-Dlog4j2.disable.jmx=true",
                "-Dio.netty.noUnsafe=true",
                "-Dio.netty.allocator.numDirectArenas=0",
                "--enable-native-access=org.elasticsearch.nativeaccess,org.elasticsearch.foreign,org.apache.lucene.core",
                "--add-modules=org.elasticsearch.server,jdk.incubator.vector,jdk.net,jdk.management.agent"));
        command.addAll(List.of(
                "--module-path",
                program.resolve("lib").toString(),
                "-cp",
                program.resolve("bin") + "/*",
                "org.dermarium.embedded.elasticsearch.ElasticsearchNode",
                "path.data=" + data.resolve("data"),
                "path.logs=" + data.resolve("logs"),
                "http.port=" + ports.elasticsearch(),
                "transport.port=" + ports.elasticsearchTransport()));
        return new ProcessBuilder(command);
    }
}
