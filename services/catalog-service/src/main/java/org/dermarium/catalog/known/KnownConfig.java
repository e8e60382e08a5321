package org.dermarium.catalog.known;

import java.util.List;
import java.util.function.Consumer;
import org.dermarium.catalog.collection.Collections;
import org.dermarium.catalog.member.MagicCollections;
import org.dermarium.events.Contributor;
import org.dermarium.events.Doi;
import org.dermarium.events.Image;
import org.dermarium.events.User;
import org.dermarium.projection.table.Table;
import org.dermarium.projection.table.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import reactor.core.publisher.Flux;

/** The read models and what follows from them. */
@Configuration(proxyBeanMethods = false)
class KnownConfig {

    private static final Table<Image> IMAGE = Table.of(Image.class, "image", "id", Image::id)
            .column("state", image -> image)
            .column("published_at", Image::publishedAt);

    private static final Table<Contributor> CONTRIBUTOR = Table.of(
                    Contributor.class, "contributor", "id", Contributor::id)
            .column("version", Contributor::version)
            .column("owners", Contributor::owners);

    private static final Table<User> PERSON = Table.of(User.class, "person", "id", User::id)
            .column("version", User::version)
            .column("email", User::email)
            .column("name", KnownConfig::name)
            .column("staff", User::staff)
            .column("active", User::active);

    private static final Table<Doi> DOI = Table.of(Doi.class, "collection_doi", "doi", Doi::doi)
            .column("version", Doi::version)
            .column("collection", Doi::collection)
            .column("state", Doi::state)
            .column("open", Doi::open);

    /** Every image is also in the collection of its cohort. */
    @Bean
    Consumer<Message<List<byte[]>>> images(Tables tables, MagicCollections magic) {
        return tables.of(IMAGE, magic::take);
    }

    @Bean
    Consumer<Message<List<byte[]>>> contributors(Tables tables) {
        return tables.of(CONTRIBUTOR);
    }

    @Bean
    Consumer<Message<List<byte[]>>> users(Tables tables) {
        return tables.of(PERSON);
    }

    /** A collection is locked, opened or set free with the news of its DOI. */
    @Bean
    Consumer<Message<List<byte[]>>> dois(Tables tables, Collections collections) {
        return tables.of(
                DOI,
                news -> Flux.fromStream(
                                news.stream().map(Doi::collection).distinct().sorted())
                        .concatMap(collections::followDois)
                        .then());
    }

    private static String name(User user) {
        String full = (user.firstName() + " " + user.lastName()).strip();
        return full.isEmpty() ? user.email() : full;
    }
}
