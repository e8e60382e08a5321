package org.dermarium.doi.publish;

import java.util.List;
import java.util.function.Consumer;
import org.dermarium.doi.known.KnownTables;
import org.dermarium.projection.table.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What DOIs listen to: news are written, and wake the publications that wait for them. */
@Configuration(proxyBeanMethods = false)
class BusConfig {

    @Bean
    Consumer<Message<List<byte[]>>> images(Tables tables, WakePublications wake) {
        return tables.of(KnownTables.IMAGES, wake::heardOfImages);
    }

    @Bean
    Consumer<Message<List<byte[]>>> contributors(Tables tables) {
        return tables.of(KnownTables.CONTRIBUTORS);
    }

    @Bean
    Consumer<Message<List<byte[]>>> collections(Tables tables, WakePublications wake) {
        return tables.of(KnownTables.COLLECTIONS, wake::heardOfCollections);
    }

    @Bean
    Consumer<Message<List<byte[]>>> memberships(Tables tables, WakePublications wake) {
        return tables.of(KnownTables.MEMBERSHIPS, news -> wake.heardOfMemberships());
    }
}
