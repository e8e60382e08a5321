package org.dermarium.challenge.known;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.dermarium.events.Collection;
import org.dermarium.events.Image;
import org.dermarium.events.Membership;
import org.dermarium.events.User;
import org.dermarium.projection.table.Table;
import org.dermarium.projection.table.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** The read models. */
@Configuration(proxyBeanMethods = false)
class KnownConfig {

    /** Images without a public id can be in no collection and are not kept. */
    private static final Table<Image> IMAGE = Table.of(Image.class, "image", "id", Image::id)
            .column("version", Image::version)
            .column("isic_id", Image::isicId)
            .column("lesion_id", image -> image.metadata().text("lesion_id"))
            .column("visibility", image -> image.visibility().name().toLowerCase(Locale.ROOT))
            .only(image -> image.isicId() != null);

    private static final Table<Membership> MEMBERSHIP = Table.of(
                    Membership.class, "membership", "isic_id", Membership::isicId)
            .column("version", Membership::version)
            .column("collections", Membership::collections);

    private static final Table<Collection> COLLECTION = Table.of(Collection.class, "collection", "id", Collection::id)
            .column("version", Collection::version)
            .column("name", Collection::name)
            .column("deleted", Collection::deleted);

    private static final Table<User> PERSON = Table.of(User.class, "person", "id", User::id)
            .column("version", User::version)
            .column("email", User::email)
            .column("name", KnownConfig::name)
            .column("active", User::active);

    @Bean
    Consumer<Message<List<byte[]>>> images(Tables tables) {
        return tables.of(IMAGE);
    }

    @Bean
    Consumer<Message<List<byte[]>>> memberships(Tables tables) {
        return tables.of(MEMBERSHIP);
    }

    @Bean
    Consumer<Message<List<byte[]>>> collections(Tables tables) {
        return tables.of(COLLECTION);
    }

    @Bean
    Consumer<Message<List<byte[]>>> users(Tables tables) {
        return tables.of(PERSON);
    }

    private static String name(User user) {
        String full = (user.firstName() + " " + user.lastName()).strip();
        return full.isEmpty() ? user.email() : full;
    }
}
