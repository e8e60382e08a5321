package org.dermarium.embedded.home;

import java.util.Random;
import java.util.stream.IntStream;
import org.dermarium.embedded.fleet.Port;

/**
 * Who listens where: the gateway on a port of its own, everything else at a fixed distance from the base.
 */
public record Ports(int gateway, int base) {

    public static final int DEFAULT_GATEWAY = 8000;
    public static final int DEFAULT_BASE = 8100;

    private static final int KAFKA = 11;

    /** Distances from the base that are in use, for services and servers together. */
    private static final int LAST_OFFSET = 19;

    /** The second instances of services begin here, each further set so many above. */
    private static final int SECOND_INSTANCES = 20;

    private static final int BETWEEN_INSTANCES = 10;
    /** Below the range from which systems give ports to outgoing connections. */
    private static final int FREE_FROM = 20_000;

    private static final int FREE_TO = 32_000;

    /** A base whose whole range is free at this moment. */
    public static Ports free() {
        int base = new Random()
                .ints(FREE_FROM, FREE_TO)
                .filter(candidate -> IntStream.rangeClosed(candidate, candidate + LAST_OFFSET)
                        .allMatch(port -> new Port(port).isFree()))
                .findFirst()
                .orElseThrow();
        return new Ports(base, base);
    }

    /** The ports of an installation whose broker listens on {@code port}. */
    public static Ports ofKafka(int port) {
        return new Ports(DEFAULT_GATEWAY, port - KAFKA);
    }

    /** Where the services' instances of this number listen. The gateway is one. */
    public Ports ofInstance(int number) {
        return number == 1 ? this : new Ports(gateway, base + SECOND_INSTANCES + (number - 2) * BETWEEN_INSTANCES);
    }

    public int at(int offset) {
        return base + offset;
    }

    public int kafka() {
        return at(KAFKA);
    }

    public int kafkaController() {
        return at(12);
    }

    public int postgres() {
        return at(13);
    }

    public int elasticsearch() {
        return at(14);
    }

    public int elasticsearchTransport() {
        return at(15);
    }

    public int s3() {
        return at(16);
    }

    public int registrar() {
        return at(17);
    }

    public int prometheus() {
        return at(18);
    }

    public int grafana() {
        return at(19);
    }
}
