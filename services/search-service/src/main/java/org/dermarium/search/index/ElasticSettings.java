package org.dermarium.search.index;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Elasticsearch is.
 *
 * @param requestTimeout limit of one request of a caller
 * @param writeTimeout limit of one batch of documents
 * @param refresh how long a document may stay unseen after it was written
 * @param follow how long columns wait before they ask for changes again
 */
@ConfigurationProperties("dermarium.elasticsearch")
public record ElasticSettings(
        URI url,
        @DefaultValue("5s") Duration requestTimeout,
        @DefaultValue("30s") Duration writeTimeout,
        @DefaultValue("500ms") Duration refresh,
        @DefaultValue("200ms") Duration follow,
        @DefaultValue("0") int replicas) {}
