package org.dermarium.search.index;

import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hc.core5.util.Timeout;
import org.dermarium.events.Collection;
import org.dermarium.events.Contributor;
import org.dermarium.events.Image;
import org.dermarium.events.Membership;
import org.dermarium.projection.Projections;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The connection to Elasticsearch and the consumers that feed it. */
@Configuration(proxyBeanMethods = false)
class ElasticConfig {

    private static final int CONNECTIONS = 64;

    @Bean(destroyMethod = "close")
    Rest5ClientTransport elasticTransport(ElasticSettings settings) {
        var client = Rest5Client.builder(settings.url())
                .setConnectionManagerCallback(
                        c -> c.setMaxConnPerRoute(CONNECTIONS).setMaxConnTotal(CONNECTIONS))
                .setRequestConfigCallback(r -> r.setResponseTimeout(Timeout.of(settings.writeTimeout())))
                .build();
        var json = JsonMapper.builder()
                .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        return new Rest5ClientTransport(client, new Jackson3JsonpMapper(json));
    }

    @Bean
    Consumer<Message<List<byte[]>>> images(Projections projections, ImageIndex index) {
        return projections.of(Image.class, index::applyImages);
    }

    @Bean
    Consumer<Message<List<byte[]>>> contributors(Projections projections, ImageIndex index) {
        return projections.of(Contributor.class, index::applyContributors);
    }

    @Bean
    Consumer<Message<List<byte[]>>> memberships(Projections projections, ImageIndex index) {
        return projections.of(Membership.class, index::applyMemberships);
    }

    @Bean
    Consumer<Message<List<byte[]>>> collections(Projections projections, ImageIndex index) {
        return projections.of(Collection.class, index::applyCollections);
    }
}
