package org.dermarium.testkit.server;

import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.MinIOContainer;
import org.testcontainers.elasticsearch.ElasticsearchContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The same servers as containers; Testcontainers removes them when the JVM ends. */
final class ContainerServers implements ServerProvider {

    private static final int ELASTICSEARCH_PORT = 9200;

    /** Asks Docker only where there is a trace of it, as the question itself takes seconds elsewhere. */
    static boolean engineAnswers() {
        boolean trace = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return trace && DockerClientFactory.instance().isDockerAvailable();
    }

    @Override
    public ServerAddresses start() {
        var kafka = new KafkaContainer("apache/kafka-native:4.1.0");
        var postgres = new PostgreSQLContainer("postgres:18");
        var elasticsearch = new ElasticsearchContainer(
                        DockerImageName.parse("docker.elastic.co/elasticsearch/elasticsearch:9.5.3"))
                .withEnv("xpack.security.enabled", "false");
        var s3 = new MinIOContainer("minio/minio:RELEASE.2025-09-07T16-13-09Z");
        Startables.deepStart(kafka, postgres, elasticsearch, s3).join();
        return new ServerAddresses(
                kafka.getBootstrapServers(),
                postgres.getHost() + ":" + postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                postgres.getUsername(),
                postgres.getPassword(),
                "http://" + elasticsearch.getHost() + ":" + elasticsearch.getMappedPort(ELASTICSEARCH_PORT),
                s3.getS3URL(),
                s3.getUserName(),
                s3.getPassword());
    }
}
