package org.dermarium.gateway.routing;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the instances of the services and the object storage are; addresses of one service are separated by commas. */
@ConfigurationProperties("dermarium.upstreams")
public record Upstreams(
        List<URI> identity,
        List<URI> ingest,
        List<URI> catalog,
        List<URI> search,
        List<URI> doi,
        List<URI> challenge,
        URI storage) {

    /** @throws IllegalArgumentException when there is no such service */
    List<URI> of(String service) {
        List<URI> instances = Map.of(
                        "identity", identity,
                        "ingest", ingest,
                        "catalog", catalog,
                        "search", search,
                        "doi", doi,
                        "challenge", challenge)
                .getOrDefault(service, List.of());
        if (instances.isEmpty()) {
            throw new IllegalArgumentException("no address of " + service);
        }
        return instances;
    }
}
