package org.dermarium.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hc.core5.util.Timeout;
import org.dermarium.events.Collection;
import org.dermarium.events.Image;
import org.dermarium.events.Membership;
import org.dermarium.inbox.Inbox;
import org.springframework.beans.factory.annotation.Value;
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
    ElasticCalls elasticCalls(Rest5ClientTransport transport, ElasticSettings settings, MeterRegistry meters) {
        return new ElasticCalls(new ElasticsearchAsyncClient(transport), settings, meters);
    }

    @Bean
    ElasticIndices elasticIndices(
            ElasticCalls elastic, ElasticSettings settings, @Value("${dermarium.index-prefix:}") String prefix) {
        return new ElasticIndices(elastic, new ElasticMapping(settings), prefix);
    }

    @Bean
    ImageProjection imageProjection(ElasticCalls elastic, ElasticIndices indices) {
        return new ImageProjection(new ElasticDocuments(elastic, indices));
    }

    @Bean
    Consumer<Message<List<byte[]>>> images(Inbox inbox, ImageProjection projection) {
        return inbox.batch(Image.class, events -> projection.applyImages(ImageProjection.states(events)));
    }

    @Bean
    Consumer<Message<List<byte[]>>> memberships(Inbox inbox, ImageProjection projection) {
        return inbox.batch(Membership.class, events -> projection.applyMemberships(ImageProjection.states(events)));
    }

    @Bean
    Consumer<Message<List<byte[]>>> collections(Inbox inbox, ImageProjection projection) {
        return inbox.batch(Collection.class, events -> projection.applyCollections(ImageProjection.states(events)));
    }
}
