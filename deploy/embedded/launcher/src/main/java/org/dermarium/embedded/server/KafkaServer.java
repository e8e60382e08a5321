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

/** One KRaft node. Topics are made by the services that own them, never by accident: automatic creation is off. */
record KafkaServer(Home home, Ports ports, Path built) {

    static final String NAME = "kafka";

    /** After a crash the log of the last hours is read again. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** An ApiVersions request, version 0, without client id: the first question every Kafka client asks. */
    private static final byte[] API_VERSIONS = {0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, -1, -1};

    Daemon daemon() {
        return new Daemon(
                NAME,
                Servers.TIER,
                List.of(ports.kafka(), ports.kafkaController()),
                () -> Servers.VERSION,
                Jvm.marker(home, NAME),
                this::prepare,
                Readiness.tcp(ports.kafka(), API_VERSIONS),
                StopSignal.TERM,
                PATIENCE);
    }

    private ProcessBuilder prepare() throws IOException {
        Path program = Program.install(
                built.resolve("kafka/target/dist"), home.programs().resolve(NAME));
        Path folder = Files.createDirectories(home.data(NAME));
        Path properties = Files.writeString(folder.resolve("server.properties"), properties(folder.resolve("data")));
        List<String> command = Jvm.server(home, NAME, Compiling.QUICK, "-Xms96m", "-Xmx384m");
        command.addAll(List.of(
                "-cp", program.resolve("lib") + "/*", "org.dermarium.embedded.kafka.KafkaNode", properties.toString()));
        return new ProcessBuilder(command);
    }

    private String properties(Path data) {
        String listeners =
                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(ports.kafka(), ports.kafkaController());
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.bootstrap.servers=127.0.0.1:%d
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
                listeners=%s
                advertised.listeners=%s
                log.dirs=%s
                auto.create.topics.enable=false
                group.initial.rebalance.delay.ms=0
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=2
                log.segment.bytes=67108864
                log.cleaner.dedupe.buffer.size=33554432
                """.formatted(ports.kafkaController(), listeners, listeners, data);
    }
}
