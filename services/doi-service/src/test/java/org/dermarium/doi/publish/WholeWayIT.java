package org.dermarium.doi.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.dermarium.blobs.BlobStore;
import org.dermarium.events.Image;
import org.dermarium.events.StoredObject;
import org.dermarium.testkit.ImageBuilder;
import org.dermarium.testkit.file.LesionImages;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** The service as it is, with its builder of releases and a registrar: from the wish to a page with files. */
class WholeWayIT extends RegistrarCase {

    @Override
    protected boolean playsReleases() {
        return false;
    }

    /** Its file lies in storage. */
    @Override
    protected Image image() {
        Image draft = ImageBuilder.anImage()
                .embargoed()
                .ownedBy(OWNER)
                .attribution("Clinic")
                .license("CC-BY")
                .build();
        byte[] bytes = LesionImages.jpeg(draft.id(), 96, 72);
        StoredObject stored = running.bean(BlobStore.class)
                .put(
                        corner.privateBucket(),
                        "images/" + draft.isicId() + ".jpg",
                        "image/jpeg",
                        new ByteArrayInputStream(bytes),
                        bytes.length);
        return ImageBuilder.withFull(draft, stored);
    }

    @Test
    void givesThePublicAPageWithFilesThatAreWhatItSays() throws Exception {
        Wished wished = wished("The whole way");
        running.http()
                .get()
                .uri("/doi/" + wished.name() + "/")
                .exchange()
                .expectStatus()
                .isNotFound();

        awaitPublished(wished);
        isPublishedOnce(wished);

        JsonNode doi = doi(wished.slug());
        assertThat(doi.get("files").findValuesAsString("kind")).contains("bundle", "metadata", "manifest");
        for (JsonNode file : doi.get("files")) {
            byte[] bytes = read("dois/" + wished.name().replace('/', '-') + "/"
                    + (file.get("url").asString().replaceAll(".*/", "")));
            assertThat(bytes).hasSize(file.get("size").asInt());
            assertThat(sha256(bytes)).isEqualTo(file.get("sha256").asString());
            if (file.get("kind").asString().equals("bundle")) {
                assertThat(entries(bytes))
                        .contains(
                                "images/" + wished.held()[0].isicId() + ".jpg",
                                "images/" + wished.held()[1].isicId() + ".jpg",
                                "metadata.csv");
            }
        }
        assertThat(doi.get("citations").get("bibtex").asString()).contains(wished.name());
        assertThat(page(wished, "text/html")).contains("The whole way");
        assertThat(page(wished, "application/vnd.datacite.datacite+json")).contains("Clinic");
        running.http()
                .get()
                .uri("/doi/" + wished.slug() + "/")
                .exchange()
                .expectStatus()
                .isFound()
                .expectHeader()
                .location("/doi/" + wished.name() + "/");
    }

    private String page(Wished wished, String type) {
        return running.http()
                .get()
                .uri("/doi/" + wished.name() + "/")
                .header(HttpHeaders.ACCEPT, type)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private byte[] read(String key) throws Exception {
        try (InputStream in = running.bean(BlobStore.class).open(corner.publicBucket(), key)) {
            return in.readAllBytes();
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static List<String> entries(byte[] zip) throws Exception {
        List<String> names = new ArrayList<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
