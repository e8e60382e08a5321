package org.dermarium.projection;

import org.dermarium.inbox.Inbox;
import org.dermarium.inbox.InboxConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;

/** Wires projections and their rebuild. */
@AutoConfiguration(after = InboxConfig.class)
public class ProjectionConfig {

    @Bean
    Projections projections(Inbox inbox, ObjectProvider<ReadModel> readModels) {
        return new Projections(inbox, readModels);
    }

    @Bean
    Rebuild rebuild(
            Projections projections, KafkaProperties kafka, @Value("${dermarium.topic-prefix:}") String topicPrefix) {
        return new Rebuild(projections::readModels, new KafkaConsumers(kafka, topicPrefix));
    }

    @Bean
    RebuildEndpoint rebuildEndpoint(Rebuild rebuild) {
        return new RebuildEndpoint(rebuild);
    }
}
