package org.dermarium.gateway.routing;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the services and the object storage are. */
@ConfigurationProperties("dermarium.upstreams")
public record Upstreams(URI identity, URI ingest, URI catalog, URI search, URI doi, URI challenge, URI storage) {}
