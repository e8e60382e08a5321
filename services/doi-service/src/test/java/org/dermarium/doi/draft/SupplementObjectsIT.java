package org.dermarium.doi.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.s3.S3Settings;
import org.dermarium.doi.DoiCase;
import org.dermarium.doi.dataset.Supplement;
import org.dermarium.store.JsonColumns;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;

/** The objects of supplements, from the upload to where they go. */
class SupplementObjectsIT extends DoiCase {

    private static final byte[] PROTOCOL = "how it was done".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private DatabaseClient db;

    @Autowired
    private BlobStore blobs;

    @Autowired
    private S3Settings storage;

    private String draftWith(String blob, String name) {
        var file = Map.of("blob", blob, "description", "Protocol");
        var wish = wish(collection(OWNER, name, image().published().build()), "supplemental_files", List.of(file));
        return post(member(OWNER), DOIS, wish).get("slug").asString();
    }

    private String key(String slug) {
        String json = db.sql("select supplements::text from doi where slug = :slug")
                .bind("slug", slug)
                .mapValue(String.class)
                .one()
                .block();
        return JsonColumns.list(json, Supplement.class).getFirst().key();
    }

    private boolean isThere(String key) {
        return blobs.stat(storage.privateBucket(), key).isPresent();
    }

    @Test
    void oneUploadUsedTwiceIsTwoFilesOfTheirOwn() {
        String blob = uploaded(OWNER, "protocol.pdf", PROTOCOL);
        String first = draftWith(blob, "First");
        String second = draftWith(blob, "Second");
        String kept = key(second);
        String gone = key(first);
        assertThat(gone).isNotEqualTo(kept);

        blobs.delete(storage.privateBucket(), "uploads/" + OWNER + "/protocol.pdf");
        discard(member(OWNER), first);

        Eventually.until("the discarded draft's file is removed", () -> !isThere(gone));
        assertThat(isThere(kept)).isTrue();
    }

    @Test
    void draftThatWasRefusedLeavesNothingThatStays() {
        String blob = uploaded(OWNER, "late.pdf", PROTOCOL);
        var collection = collection(OWNER, "Twice", image().published().build());
        drafted(member(OWNER), collection);
        var file = Map.of("blob", blob, "description", "Protocol");

        refused(
                400,
                "already has a DOI",
                HttpMethod.POST,
                member(OWNER),
                DOIS,
                wish(collection, "supplemental_files", List.of(file)));

        assertThat(db.sql("select count(*) from stored_object where reason = 'written' and key like 'supplements/%'")
                        .mapValue(Long.class)
                        .one()
                        .block())
                .as("copies that the janitor removes in time")
                .isPositive();
    }
}
