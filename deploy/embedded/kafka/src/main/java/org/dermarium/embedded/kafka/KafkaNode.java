package org.dermarium.embedded.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * Runs a Kafka node in KRaft mode until it is told to stop. The only argument is the path of a {@code server.properties};
 * storage is formatted in the same JVM, which saves the seconds a second JVM for {@code kafka-storage} would take.
 */
public final class KafkaNode {

    private KafkaNode() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        Properties properties = new Properties();
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
        }
        formatStorage(Path.of(properties.getProperty("log.dirs")), file);
        var node = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node), "stop-broker"));
        node.startup();
        node.awaitShutdown();
    }

    private static void formatStorage(Path data, Path file) throws IOException {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(data);
        String[] format = {
            "format", "--standalone", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()
        };
        if (StorageTool.execute(format, System.out) != 0) {
            throw new IOException("cannot format Kafka's storage in " + data);
        }
    }

    private static void stop(KafkaRaftServer node) {
        node.shutdown();
        node.awaitShutdown();
    }
}
