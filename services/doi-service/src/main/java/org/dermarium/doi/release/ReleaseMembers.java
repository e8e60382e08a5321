package org.dermarium.doi.release;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dermarium.archive.DescribedImage;
import org.dermarium.doi.dataset.Supplement;
import org.dermarium.events.Metadata;
import org.dermarium.events.StoredObject;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The members of releases, which do not change while they are read. */
@Repository
class ReleaseMembers {

    private static final int PAGE = 1_000;

    private final DatabaseClient db;

    ReleaseMembers(DatabaseClient db) {
        this.db = db;
    }

    /** Page by page, so that no connection is held for as long as an archive takes. */
    Stream<Member> of(String doi) {
        return Stream.iterate(
                        page(doi, ""),
                        page -> !page.isEmpty(),
                        page -> page.size() < PAGE
                                ? List.of()
                                : page(doi, page.getLast().image().isicId()))
                .flatMap(List::stream);
    }

    /** The files beside the images; their checksums are known once the release has begun. */
    List<Supplement> supplements(String doi) {
        return db.sql("select supplements from release where doi = :doi")
                .bind("doi", doi)
                .map(row -> ReleaseJson.list(text(row, "supplements"), Supplement.class))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private List<Member> page(String doi, String after) {
        return Objects.requireNonNull(db.sql("""
                        select isic_id, license, attribution, metadata,
                          bucket, object_key, size, sha256, crc32, content_type
                        from release_member where doi = :doi and isic_id > :after order by isic_id limit :most""")
                .bind("doi", doi)
                .bind("after", after)
                .bind("most", PAGE)
                .map(ReleaseMembers::member)
                .all()
                .collectList()
                .block());
    }

    private static Member member(Readable row) {
        return new Member(
                new DescribedImage(
                        text(row, "isic_id"),
                        text(row, "attribution"),
                        text(row, "license"),
                        ReleaseJson.read(text(row, "metadata"), Metadata.class)),
                new StoredObject(
                        text(row, "bucket"),
                        text(row, "object_key"),
                        number(row, "size"),
                        text(row, "sha256"),
                        number(row, "crc32"),
                        text(row, "content_type")));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }
}
