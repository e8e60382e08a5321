package org.dermarium.challenge.approach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.dermarium.challenge.ChallengeCase;
import org.dermarium.upload.UploadField;
import org.dermarium.upload.UploadedFile;
import org.junit.jupiter.api.Test;

class ApproachesIT extends ChallengeCase {

    private static final byte[] PDF = "%PDF-1.7 words".getBytes(StandardCharsets.US_ASCII);

    @Test
    void takesManuscriptsThatArePdfByTheirBytes() {
        String slug = challenge();
        long task = task(slug, Map.of("requires_manuscript", true));
        long person = number();
        long team = team(slug, person);
        String path = "tasks/" + task + "/approaches/";

        post(member(person), path, approachBody(team)).expect(400).saying("You must provide a manuscript file.");
        String text = upload(UploadField.MANUSCRIPT, person, "plain text".getBytes(StandardCharsets.US_ASCII));
        post(member(person), path, with(team, text)).expect(400).saying("not a PDF");
        String empty = upload(UploadField.MANUSCRIPT, person, new byte[0]);
        post(member(person), path, with(team, empty)).expect(400);
        String absent = signed(UploadField.MANUSCRIPT, person, new UploadedFile("uploads/none", "a.pdf", 10));
        post(member(person), path, with(team, absent)).expect(400).saying("no longer there");
        String huge = signed(UploadField.MANUSCRIPT, person, new UploadedFile("uploads/none", "a.pdf", 1L << 40));
        post(member(person), path, with(team, huge)).expect(413);
        String foreign = upload(UploadField.MANUSCRIPT, number(), PDF);
        post(member(person), path, with(team, foreign)).expect(422).saying("manuscript");
        String other = upload(UploadField.PREDICTIONS, person, PDF);
        post(member(person), path, with(team, other)).expect(422);
        assertThat(get(member(person), "tasks/" + task + "/mine/").get("approaches"))
                .isEmpty();

        var made = post(member(person), path, with(team, upload(UploadField.MANUSCRIPT, person, PDF)))
                .expect(201);
        String url = made.get("manuscript_url").asString().replace("/api/v2/", "");
        assertThat(get(member(person), url).expect(200).text()).isEqualTo(new String(PDF, StandardCharsets.US_ASCII));
        get(staff(), url).expect(200);
        get(member(number()), url).expect(404);
        get(ANYBODY, url).expect(404);
        assertThat(made.get("review_state").asString()).isEmpty();
        assertThat(made.get("latest").isNull()).isTrue();
    }

    @Test
    void reviewsAndForgetsTheVerdictWithANewManuscript() {
        String slug = challenge();
        long task = task(slug, Map.of());
        long person = number();
        long approach = approach(task, team(slug, person), person);
        String path = "approaches/" + approach + "/";
        post(member(person), path + "review/", Map.of("state", "accepted")).expect(401);
        post(staff(), path + "review/", Map.of("state", "rejected")).expect(400).saying("reason");
        post(staff(), path + "review/", Map.of("state", "liked")).expect(422);
        var rejected = post(staff(), path + "review/", Map.of("state", "rejected", "reason", "low_quality_manuscript"))
                .expect(200);
        assertThat(rejected.get("review_state").asString()).isEqualTo("rejected");
        assertThat(get(member(person), path).get("reject_reason").asString()).isEqualTo("low_quality_manuscript");

        var edited =
                patch(member(person), path, Map.of("description", "Better")).expect(200);
        assertThat(edited.get("review_state").asString()).isEqualTo("rejected");
        String value = upload(UploadField.MANUSCRIPT, person, PDF);
        var renewed = patch(member(person), path, Map.of("manuscript", value)).expect(200);
        assertThat(renewed.get("review_state").asString()).isEmpty();
        post(staff(), path + "review/", Map.of("state", "accepted")).expect(200);
        // The same upload again, by a client that lost the answer, is no new manuscript.
        assertThat(patch(member(person), path, Map.of("manuscript", value))
                        .expect(200)
                        .get("review_state")
                        .asString())
                .isEqualTo("accepted");
        assertThat(count("select count(*) from approach_review where approach = " + approach))
                .isEqualTo(2);
        assertThat(texts(get(staff(), "tasks/" + task + "/approaches/").get("results"), "description"))
                .containsExactly("Better");
    }

    @Test
    void limitsApproachesAndKeepsTheirNamesApart() {
        String slug = challenge();
        long task = task(slug, Map.of("max_approaches", 2));
        long person = number();
        long team = team(slug, person);
        String path = "tasks/" + task + "/approaches/";
        var body = approachBody(team);
        post(member(person), path, body).expect(201);
        var again = new HashMap<>(body);
        again.put("name", body.get("name").toString().toUpperCase());
        post(member(person), path, again).expect(400).saying("already");
        var blank = new HashMap<>(body);
        blank.put("description", " ");
        post(member(person), path, blank).expect(422).saying("description");
        post(member(person), path, Map.of("team", team, "name", "x"))
                .expect(422)
                .saying("uses_external_data");
        post(member(person), path, approachBody(team)).expect(201);
        post(member(person), path, approachBody(team)).expect(400).saying("maximum number of approaches");
    }

    @Test
    void keepsApproachesFromStrangersAndTheClosed() {
        String slug = challenge();
        long task = task(slug, Map.of());
        long person = number();
        long team = team(slug, person);
        long approach = approach(task, team, person);
        String stranger = member(number());
        get(stranger, "approaches/" + approach + "/").expect(404);
        patch(stranger, "approaches/" + approach + "/", Map.of("name", "Mine")).expect(404);
        post(stranger, "tasks/" + task + "/approaches/", approachBody(team)).expect(404);
        assertThat(get(stranger, "tasks/" + task + "/approaches/").get("results"))
                .isEmpty();
        patch(staff(), "approaches/" + approach + "/", Map.of("name", "Staff's"))
                .expect(403);
        long elsewhere = task(challenge(), Map.of());
        post(member(person), "tasks/" + elsewhere + "/approaches/", approachBody(team))
                .expect(404);

        clock().forward(Duration.ofDays(2));
        patch(member(person), "approaches/" + approach + "/", Map.of("name", "Late"))
                .expect(403)
                .saying("closed at");
        post(member(person), "tasks/" + task + "/approaches/", approachBody(team))
                .expect(403);
    }

    private static Map<String, Object> with(long team, String manuscript) {
        var body = new HashMap<>(approachBody(team));
        body.put("manuscript", manuscript);
        return body;
    }
}
