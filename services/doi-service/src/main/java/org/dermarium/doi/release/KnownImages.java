package org.dermarium.doi.release;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.dermarium.events.Image;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What is known of the images that may have to be packed. */
@Repository
class KnownImages {

    private static final String NOTE = """
            insert into holding(image, version, isic_id, visibility, license, attribution, metadata,
              bucket, object_key, size, sha256, crc32, content_type)
            select * from unnest(:images::bigint[], :versions::bigint[], :isic_ids::text[], :visibilities::text[],
              :licenses::text[], :attributions::text[], :metadata::text[],
              :buckets::text[], :keys::text[], :sizes::bigint[], :sums::text[], :crcs::bigint[], :types::text[])
            on conflict (image) do update set version = excluded.version, isic_id = excluded.isic_id,
              visibility = excluded.visibility, license = excluded.license, attribution = excluded.attribution,
              metadata = excluded.metadata, bucket = excluded.bucket, object_key = excluded.object_key,
              size = excluded.size, sha256 = excluded.sha256, crc32 = excluded.crc32,
              content_type = excluded.content_type
            where holding.version < excluded.version""";

    private final DatabaseClient db;

    KnownImages(DatabaseClient db) {
        this.db = db;
    }

    /** Images without a public id are no concern of a release; when they get one, it is told. */
    Mono<Void> note(Collection<Image> states) {
        Map<Long, Image> newest = new LinkedHashMap<>();
        states.stream()
                .filter(s -> s.isicId() != null)
                .forEach(s -> newest.merge(s.id(), s, (a, b) -> b.version() > a.version() ? b : a));
        return newest.isEmpty() ? Mono.empty() : write(List.copyOf(newest.values()));
    }

    private Mono<Void> write(List<Image> images) {
        return db.sql(NOTE)
                .bind("images", column(images, Long[]::new, Image::id))
                .bind("versions", column(images, Long[]::new, Image::version))
                .bind("isic_ids", images.stream().map(Image::isicId).toArray(String[]::new))
                .bind("visibilities", column(images, String[]::new, KnownImages::visibility))
                .bind("licenses", column(images, String[]::new, Image::license))
                .bind("attributions", column(images, String[]::new, Image::attribution))
                .bind("metadata", column(images, String[]::new, i -> ReleaseJson.write(i.metadata())))
                .bind("buckets", column(images, String[]::new, i -> i.full().bucket()))
                .bind("keys", column(images, String[]::new, i -> i.full().key()))
                .bind("sizes", column(images, Long[]::new, i -> i.full().size()))
                .bind("sums", column(images, String[]::new, i -> i.full().sha256()))
                .bind("crcs", column(images, Long[]::new, i -> i.full().crc32()))
                .bind("types", column(images, String[]::new, i -> i.full().contentType()))
                .then();
    }

    private static String visibility(Image image) {
        return image.visibility().name().toLowerCase(Locale.ROOT);
    }

    private static <T> T[] column(List<Image> images, IntFunction<T[]> array, Function<Image, T> value) {
        return images.stream().map(value).toArray(array);
    }
}
