package org.dermarium.projection.table;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.dermarium.events.Image;
import org.dermarium.events.User;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The smallest service that keeps read models: it plays the catalogue. */
@SpringBootApplication
class Known {

    private static final Table<User> PERSON = Table.of(User.class, "person", "id", User::id)
            .column("version", User::version)
            .column("email", User::email)
            .column("created_at", User::createdAt)
            .only(user -> !user.email().startsWith("nobody"));

    private static final Table<Image> IMAGE = Table.of(Image.class, "image", "id", Image::id)
            .column("state", image -> image)
            .column("pixels", image -> List.of(image.width(), image.height()))
            .column("published_at", Image::publishedAt);

    /** So many batches are lost after they were written: their offsets are not committed. */
    final AtomicInteger crashes = new AtomicInteger();

    @Bean
    Consumer<Message<List<byte[]>>> users(Tables tables) {
        Consumer<Message<List<byte[]>>> written = tables.of(PERSON);
        return message -> {
            written.accept(message);
            if (crashes.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                throw new IllegalStateException(new IOException("crashed after the write"));
            }
        };
    }

    @Bean
    Consumer<Message<List<byte[]>>> images(Tables tables, DatabaseClient db) {
        return tables.of(
                IMAGE,
                news -> Flux.fromIterable(news)
                        .concatMap(image -> image.version() == 66
                                ? Mono.error(new IllegalStateException("cannot have this effect"))
                                : effect(db, image))
                        .then());
    }

    /** Fails when the same news is told twice. */
    private static Mono<Void> effect(DatabaseClient db, Image image) {
        return db.sql("insert into effect (id, version) values (:id, :version)")
                .bind("id", image.id())
                .bind("version", image.version())
                .then();
    }
}
