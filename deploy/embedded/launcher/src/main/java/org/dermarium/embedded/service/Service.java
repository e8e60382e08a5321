package org.dermarium.embedded.service;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dermarium.embedded.home.Compiling;
import org.dermarium.embedded.home.Ports;

/** Dermarium's services: where each is built, on which port it listens, whether it owns a database, what it may take. */
public enum Service {
    IDENTITY("identity-service", 1, true, 256, Compiling.QUICK),
    INGEST("ingest-service", 2, true, 512, Compiling.PATIENT),
    CATALOG("catalog-service", 3, true, 256, Compiling.QUICK),
    SEARCH("search-service", 4, false, 640, Compiling.PATIENT),
    DOI("doi-service", 5, true, 256, Compiling.PATIENT),
    CHALLENGE("challenge-service", 6, true, 256, Compiling.QUICK),
    GATEWAY("gateway", 0, false, 256, Compiling.QUICK);

    private static final int GATEWAY_MANAGEMENT = 10;

    private final String folder;
    private final int offset;
    private final boolean ownsDatabase;
    private final int heapMegabytes;
    private final Compiling compiling;

    Service(String folder, int offset, boolean ownsDatabase, int heapMegabytes, Compiling compiling) {
        this.folder = folder;
        this.offset = offset;
        this.ownsDatabase = ownsDatabase;
        this.heapMegabytes = heapMegabytes;
        this.compiling = compiling;
    }

    /** Short name: of the process, the log, the database. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Folder below {@code services/}. */
    public String folder() {
        return folder;
    }

    public int port(Ports ports) {
        return this == GATEWAY ? ports.gateway() : ports.at(offset);
    }

    /** Where health and metrics are: the gateway keeps them off the port that everybody sees. */
    public int managementPort(Ports ports) {
        return this == GATEWAY ? ports.at(GATEWAY_MANAGEMENT) : port(ports);
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    Compiling compiling() {
        return compiling;
    }

    /** The gateway is the one door, and keeps nothing that another could take over. */
    public List<Instance> instances(int number) {
        int count = this == GATEWAY ? 1 : number;
        return IntStream.rangeClosed(1, count)
                .mapToObj(each -> new Instance(this, each, count))
                .toList();
    }

    /** Whether the service that listens at this distance from the base may run more than once. */
    public static boolean isRepeated(int offset) {
        return all().stream().anyMatch(service -> service != GATEWAY && service.offset == offset);
    }

    static List<String> databases(List<Service> services) {
        return services.stream()
                .filter(service -> service.ownsDatabase)
                .map(Service::label)
                .toList();
    }

    static List<Service> all() {
        return Arrays.asList(values());
    }
}
