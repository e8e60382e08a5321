package org.dermarium.ingest.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.dermarium.events.StoredObject;
import org.dermarium.ingest.accession.Picture;
import org.dermarium.ingest.original.Original;
import org.dermarium.store.JsonColumns;
import org.junit.jupiter.api.Test;

class OutcomeTests {

    private static final UUID BLOB = new UUID(0, 1);
    private static final Claim CLAIM = new Claim(5, 2, new Original("uploads/a.jpg", 10, null), BLOB, null);

    @Test
    void isWrittenAsItsRowIsReadFrom() {
        var full = new StoredObject("private", "images/a.jpg", 10, "ab", 4_294_967_295L, "image/jpeg");
        var picture = new Picture(full, full.at("private", "thumbnails/a.jpg"), 4, 3);
        String json =
                JsonColumns.write(List.of(new Outcome.Accepted(CLAIM, picture), new Outcome.Skipped(CLAIM, "No.")));
        assertThat(json)
                .contains("\"accession\":5", "\"attempt\":2", "\"status\":\"succeeded\"", "\"width\":4")
                .contains("\"key\":\"thumbnails/a.jpg\"", "\"crc32\":4294967295", "\"contentType\":\"image/jpeg\"")
                .contains("\"status\":\"skipped\"", "\"reason\":\"No.\"");
    }
}
