package org.dermarium.ingest.metadatafile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.dermarium.events.bus.EventType;
import org.dermarium.ingest.IngestCase;
import org.dermarium.testkit.file.LesionImages;
import org.junit.jupiter.api.Test;

class MetadataIT extends IngestCase {

    private long image(long cohort, String name) {
        long id = accession(cohort, name, LesionImages.jpeg(name.hashCode(), 64, 48));
        awaitState(id, "awaiting_review");
        return id;
    }

    private void describe(String token, long cohort, String csv) {
        var report = metadataFile(token, cohort, csv.getBytes(UTF_8));
        assertThat(report.get("status").asString()).as(report.body().toString()).isEqualTo("valid");
        assertThat(apply(token, report).get("status").asString()).isEqualTo("applied");
    }

    @Test
    void clearsNothingByABlankAndReplacesPathsWhole() {
        long cohort = cohort();
        long id = image(cohort, "a.jpg");
        describe(OWNER, cohort, "filename,sex,age,diagnosis\na.jpg,male,60,Melanoma in situ\n");
        assertThat(one(id).get("metadata").has("diagnosis_3")).isTrue();
        describe(OWNER, cohort, "filename,sex,age,diagnosis\na.jpg,,,Benign\n");
        var metadata = one(id).get("metadata");
        assertThat(metadata.get("sex").asString()).isEqualTo("male");
        assertThat(metadata.get("age_approx").asInt()).isEqualTo(60);
        assertThat(metadata.get("diagnosis_1").asString()).isEqualTo("Benign");
        assertThat(metadata.has("diagnosis_2")).isFalse();
        assertThat(metadata.has("age")).isFalse();
    }

    @Test
    void dropsTheReviewOnlyWhenTheReviewerWouldSeeSomethingElse() {
        long cohort = cohort();
        long id = image(cohort, "a.jpg");
        describe(OWNER, cohort, "filename,sex\na.jpg,male\n");
        accept(cohort);
        awaitState(id, "accepted");
        describe(OWNER, cohort, "filename,sex,note\na.jpg,male,seen twice\n");
        assertThat(one(id).get("state").asString()).isEqualTo("accepted");
        describe(OWNER, cohort, "filename,sex\na.jpg,male\n");
        assertThat(one(id).get("state").asString()).isEqualTo("accepted");
        assertThat(count("select count(*) from metadata_version where accession = " + id))
                .isEqualTo(2);
        describe(OWNER, cohort, "filename,sex\na.jpg,female\n");
        assertThat(one(id).get("state").asString()).isEqualTo("awaiting_review");
        assertThat(event(EventType.IMAGE_METADATA_CHANGED, id).state().version())
                .isPositive();
    }

    @Test
    void givesOnePublicIdForOneLesionOfACohort() {
        long first = cohort();
        long second = cohort();
        long a = image(first, "a.jpg");
        long b = image(first, "b.jpg");
        long c = image(second, "c.jpg");
        describe(OWNER, first, "filename,lesion_id\na.jpg,L1\nb.jpg,L1\n");
        describe(OWNER, second, "filename,lesion_id\nc.jpg,L1\n");
        String lesion = one(a).get("metadata").get("lesion_id").asString();
        assertThat(lesion).matches("IL_\\d{7}");
        assertThat(one(b).get("metadata").get("lesion_id").asString()).isEqualTo(lesion);
        assertThat(one(c).get("metadata").get("lesion_id").asString()).isNotEqualTo(lesion);
    }

    @Test
    void keepsPublicIdsThatStaffBringAlong() {
        long cohort = cohort();
        long id = image(cohort, "a.jpg");
        String table = "filename,isic_id,lesion_id,public_lesion_id,copyright_license,attribution,public\n"
                + "a.jpg,ISIC_8149219,L1,IL_0000652,CC-0,Somebody,1\n";
        describe(STAFF, cohort, table);
        accept(cohort);
        post(STAFF, "/api/v2/cohorts/" + cohort + "/publish/", Map.of()).expect(202);
        assertThat(published(id)).isEqualTo("ISIC_8149219");
        var image = event(EventType.IMAGE_PUBLISHED, id).state();
        assertThat(image.metadata().text("lesion_id")).isEqualTo("IL_0000652");
        assertThat(image.license()).isEqualTo("CC-0");
        assertThat(image.attribution()).isEqualTo("Somebody");
        assertThat(image.isPublic()).isTrue();

        long other = cohort();
        image(other, "b.jpg");
        var taken = metadataFile(
                STAFF,
                other,
                "filename,isic_id,lesion_id,public_lesion_id\nb.jpg,ISIC_8149219,X,IL_0000652\n".getBytes(UTF_8));
        assertThat(taken.get("status").asString()).isEqualTo("invalid");
        assertThat(taken.get("problems").toString()).contains("ISIC_8149219 is taken.", "IL_0000652 is taken.", "[2]");
        var malformed = metadataFile(STAFF, other, "filename,isic_id\nb.jpg,ISIC_12\n".getBytes(UTF_8));
        assertThat(malformed.get("problems").toString()).contains("ISIC_ and seven digits");
    }

    @Test
    void changesNothingOfWhatIsPublished() {
        long cohort = cohort();
        long id = image(cohort, "a.jpg");
        accept(cohort);
        publish(cohort, true);
        published(id);
        var report = metadataFile(OWNER, cohort, "filename,sex\na.jpg,male\n".getBytes(UTF_8));
        assertThat(report.get("problems").toString()).contains("already been published");
        assertThat(post(
                                STAFF,
                                "/api/v2/accessions/create-review-bulk/",
                                java.util.List.of(Map.of("id", id, "value", false)))
                        .expect(400)
                        .get("error")
                        .asString())
                .isEqualTo("Cannot review an accession after publish.");
    }
}
