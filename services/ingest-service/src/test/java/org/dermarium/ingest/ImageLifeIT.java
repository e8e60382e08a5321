package org.dermarium.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.dermarium.events.Contributor;
import org.dermarium.events.Image;
import org.dermarium.events.Image.Visibility;
import org.dermarium.events.ReleaseOrder;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.file.LesionImages;
import org.junit.jupiter.api.Test;

/** One image's whole way through ingest, as clients and other services see it. */
class ImageLifeIT extends IngestCase {

    @Test
    void goesFromUploadToThePublic() throws Exception {
        long cohort = cohort();
        byte[] photograph = LesionImages.withExif(LesionImages.jpeg(1, 640, 480), 1, new LesionImages.Gps(47.37, 8.54));
        long id = accession(cohort, "lesion 1.jpg", photograph);

        var waiting = awaitState(id, "awaiting_review");
        assertThat(waiting.get("width").asInt()).isEqualTo(640);
        Image uploaded = event(EventType.IMAGE_UPLOADED, id).state();
        assertThat(uploaded.visibility()).isEqualTo(Visibility.UNPUBLISHED);
        assertThat(isolation()
                        .topics()
                        .awaitEvent(
                                EventType.CONTRIBUTOR_CREATED,
                                Contributor.class,
                                c -> c.id() == uploaded.contributor().id())
                        .state()
                        .owners())
                .containsExactly(7L);

        var report = metadataFile(
                OWNER,
                cohort,
                "filename,age,sex,diagnosis,lesion_id,note\nlesion 1.jpg,53,Male,Nevus,A1,private\n".getBytes(UTF_8));
        assertThat(report.get("status").asString()).as(report.body().toString()).isEqualTo("valid");
        assertThat(report.get("unstructured_columns").get(0).asString()).isEqualTo("note");
        assertThat(apply(OWNER, report).get("applied").asInt()).isEqualTo(1);

        accept(cohort);
        assertThat(publish(cohort, false)).isEqualTo(1);
        String isicId = published(id);
        Image embargoed = event(EventType.IMAGE_PUBLISHED, id).state();
        assertThat(embargoed.isicId()).isEqualTo(isicId).matches("ISIC_\\d{7}");
        assertThat(embargoed.visibility()).isEqualTo(Visibility.EMBARGOED);
        assertThat(embargoed.license()).isEqualTo("CC-BY");
        assertThat(embargoed.metadata().fields())
                .containsEntry("age_approx", 55)
                .containsEntry("sex", "male")
                .doesNotContainKeys("age", "note");
        assertThat(embargoed.metadata().text("lesion_id")).matches("IL_\\d{7}");
        assertThat(embargoed.full().bucket()).isEqualTo(isolation().privateBucket());

        var released = post(STAFF, "/api/v2/images/release/", Map.of("isic_ids", List.of(isicId, "ISIC_0000000")))
                .expect(200);
        assertThat(released.get("released").get(0).asString()).isEqualTo(isicId);
        assertThat(released.get("unknown").get(0).asString()).isEqualTo("ISIC_0000000");
        Image open = event(EventType.IMAGE_RELEASED, id).state();
        assertThat(open.full().key()).isEqualTo("images/" + isicId + ".jpg");

        String address = isolation().servers().s3() + "/" + open.full().bucket() + "/"
                + open.full().key();
        byte[] shown = fetch(address).body();
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(shown)))
                .isEqualTo(open.full().sha256());
        assertThat(new String(shown, ISO_8859_1)).doesNotContain("Exif", "Dermascope", "Jane Roe");

        post(STAFF, "/api/v2/images/withdraw/", Map.of("isic_id", isicId, "reason", "Consent was taken back."))
                .expect(200);
        Image gone = event(EventType.IMAGE_WITHDRAWN, id).state();
        assertThat(gone.wasPublic()).isTrue();
        assertThat(gone.withdrawnReason()).isEqualTo("Consent was taken back.");
        Eventually.await(
                "the public file is gone",
                () -> assertThat(fetch(address).statusCode()).isIn(403, 404));
    }

    @Test
    void publishesInTheOrderOfAccessionsAtGrowingTimes() {
        long cohort = cohort();
        var ids = new java.util.ArrayList<Long>();
        for (int i = 0; i < 5; i++) {
            ids.add(accession(cohort, "image" + i + ".jpg", LesionImages.jpeg(10 + i, 64, 48)));
        }
        ids.forEach(id -> awaitState(id, "awaiting_review"));
        accept(cohort);
        publish(cohort, true);
        var times = ids.stream()
                .map(id -> event(EventType.IMAGE_PUBLISHED, id).state().publishedAt())
                .toList();
        assertThat(times).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void liftsTheEmbargoOfAnImageOnceWhenADoiOrdersIt() {
        long cohort = cohort();
        long id = accession(cohort, "ordered.jpg", LesionImages.jpeg(77, 64, 48));
        awaitState(id, "awaiting_review");
        accept(cohort);
        publish(cohort, false);
        String isicId = published(id);
        var order = new ReleaseOrder(isicId, 1, "10.5072/dermarium.a1", Instant.EPOCH);
        var unknown = new ReleaseOrder("ISIC_0000000", 1, "10.5072/dermarium.a1", Instant.EPOCH);
        isolation().topics().publish(EventType.RELEASE_ORDERED, unknown, order, order);
        Image released = event(EventType.IMAGE_RELEASED, id).state();
        assertThat(released.isPublic()).isTrue();
        assertThat(released.full().bucket()).isEqualTo(isolation().publicBucket());

        isolation().topics().publish(EventType.RELEASE_ORDERED, order);
        long next = accession(cohort, "after.jpg", LesionImages.jpeg(78, 64, 48));
        event(EventType.IMAGE_UPLOADED, next);
        assertThat(isolation().topics().read(Image.class))
                .filteredOn(e -> e.type() == EventType.IMAGE_RELEASED
                        && isicId.equals(e.state().isicId()))
                .hasSize(1);
    }
}
