package org.dermarium.doi.release.build;

import static org.dermarium.store.R2dbcValues.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.stream.Stream;
import org.dermarium.archive.DescribedImage;
import org.dermarium.doi.dataset.Supplement;
import org.dermarium.doi.release.pack.Member;
import org.dermarium.events.Metadata;
import org.dermarium.events.StoredObject;
import org.dermarium.events.bus.EventJson;
import org.dermarium.store.JsonColumns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The members of releases, which do not change while they are read. */
@Repository
class ReleaseMembers {

    private static final int PAGE = 1_000;

    private static final String PAGE_OF = """
            select isic_id, license, attribution, metadata, file from release_member
            where doi = :doi and isic_id > :after order by isic_id limit :most""";

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
                .map(row -> JsonColumns.list(text(row, "supplements"), Supplement.class))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private List<Member> page(String doi, String after) {
        return db.sql(PAGE_OF)
                .bind("doi", doi)
                .bind("after", after)
                .bind("most", PAGE)
                .map(ReleaseMembers::member)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private static Member member(Readable row) {
        var described = new DescribedImage(
                text(row, "isic_id"),
                text(row, "attribution"),
                text(row, "license"),
                EventJson.mapper().readValue(text(row, "metadata"), Metadata.class));
        return new Member(described, EventJson.mapper().readValue(text(row, "file"), StoredObject.class));
    }
}
