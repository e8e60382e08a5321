package org.dermarium.catalog.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.dermarium.catalog.CatalogCase;
import org.dermarium.events.Contributor;
import org.dermarium.events.Image;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.ImageBuilder;
import org.dermarium.testkit.SlowDownload;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** Answers that are being sent to somebody with a slow line when the right to them ends. */
class OpenAnswersIT extends CatalogCase {

    private static final String COLLECTIONS = "/api/v2/collections/";
    private static final int ROWS = 70_000;
    private static final String COPY = """
            insert into image (id, state, published_at)
            select 6000000 + n, i.state || jsonb_build_object('id', 6000000 + n, 'isicId', 'ISIC_' || (6000000 + n),
                'attribution', repeat('Clinic ', 150)), i.published_at + n * interval '1 microsecond'
            from image i, generate_series(1, :rows) n where i.isic_id = :original""";

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient db;

    @Test
    void endAFileWithTheOwnership() throws Exception {
        long owner = 71;
        Image image = large(owner);
        URI address = URI.create(get(member(owner), "/api/v2/images/" + image.isicId() + "/")
                .at("/files/full/url")
                .asString());

        try (var download = begin(address.getRawPath(), ANYBODY)) {
            var nobody = new Contributor(owner, 2, new TreeSet<>());
            topics().publish(EventType.CONTRIBUTOR_CHANGED, nobody);

            breaksOff(download);
        }
    }

    @Test
    void endAnArchiveWithTheShare() throws Exception {
        long owner = 72;
        long friend = 73;
        Image image = large(owner);
        registered(friend);
        long collection = collection(member(owner), "Lent", image);
        Map<String, ?> whom = Map.of("user_ids", List.of(friend), "notify", false);
        Eventually.until(
                "the account is known",
                () -> post(staff(), COLLECTIONS + collection + "/share/", whom).isEmpty());
        String url = post(
                        member(friend),
                        "/api/v2/zip-download/url/",
                        Map.of("query", "", "collections", Long.toString(collection)))
                .asString();

        try (var download = begin(url.substring(url.indexOf("/download")), ANYBODY)) {
            post(staff(), COLLECTIONS + collection + "/unshare/", whom);

            breaksOff(download);
        }
    }

    @Test
    void endATableWithAnImageThatIsWithdrawn() throws Exception {
        long owner = 74;
        ImageBuilder builder = image().embargoed().ownedBy(owner);
        Image image = builder.build();
        published(image);
        db.sql(COPY).bind("rows", ROWS).bind("original", image.isicId()).then().block();

        try (var download = begin("/api/v2/images/metadata/", member(owner))) {
            topics().publish(
                            EventType.IMAGE_WITHDRAWN,
                            builder.withdrawn("a test").version(2).build());

            breaksOff(download);
        }
    }

    private SlowDownload begin(String path, String token) throws Exception {
        var download = SlowDownload.begin(URI.create("http://127.0.0.1:" + port + path), token);
        assertThat(download.status()).isEqualTo(200);
        assertThat(download.goesOn()).isTrue();
        return download;
    }

    private static void breaksOff(SlowDownload download) {
        Eventually.until("the answer breaks off", () -> !download.goesOn());
        assertThat(download.taken()).isLessThan(SlowDownload.LARGE);
    }

    /** An embargoed image with a file that no line holds at once. */
    private Image large(long owner) {
        Image draft =
                image().embargoed().ownedBy(owner).size(SlowDownload.LARGE).build();
        String bucket = isolation().privateBucket();
        String key = "images/" + draft.isicId() + ".jpg";
        var bytes = new ByteArrayInputStream(new byte[SlowDownload.LARGE]);
        Image image = ImageBuilder.withFull(draft, blobs.put(bucket, key, "image/jpeg", bytes, SlowDownload.LARGE));
        published(image);
        return image;
    }
}
