package org.dermarium.challenge.scoring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dermarium.challenge.ChallengeCase;
import org.dermarium.testkit.Eventually;
import org.springframework.http.HttpMethod;

/** Words for handing in and being scored. Each test makes its own task and leaves the service running as it was. */
public abstract class ScoringCase extends ChallengeCase {

    public static final String SIX_ROWS = """
            image,MEL,NV,BCC
            a1,1.0,0.0,0.0
            a2,0.0,1.0,0.0
            a3,0.0,0.0,1.0
            a4,1.0,0.0,0.0
            a5,0.0,1.0,0.0
            a6,0.0,1.0,0.0
            """;

    /** Two of three melanomas, nevi and carcinomas are found on average. */
    public static final String GOOD = """
            image,MEL,NV,BCC
            a1,0.9,0.05,0.05
            a2,0.1,0.8,0.1
            a3,0.2,0.3,0.5
            a4,0.4,0.5,0.1
            a5,0.3,0.3,0.4
            a6,0.25,0.5,0.25
            """;

    public static final double GOOD_SCORE = 0.7222222222222222;

    public static final String PERFECT = SIX_ROWS.replace("1.0", "0.9").replace("0.0", "0.05");

    protected static final String STAFF = staff();

    /** A task that is open. */
    public record Contest(String challenge, long task) {}

    /** Somebody in a team of their own. */
    public record Participant(long person, String token, long team) {}

    /** An open task with this truth, ranked by balanced accuracy; its scores are not published. */
    protected Contest contest(String truth) {
        String challenge =
                challenge(Instant.now().minus(Duration.ofDays(1)), Instant.now().plus(Duration.ofDays(300)));
        long task = post(
                        STAFF,
                        "challenges/" + challenge + "/tasks/",
                        Map.of("name", "Task " + number(), "max_submissions_per_week", 0, "max_approaches", 0))
                .expect(201)
                .id();
        truth(task, truth);
        post(STAFF, "tasks/" + task + "/open/", null).expect(200);
        return new Contest(challenge, task);
    }

    protected void truth(long task, String csv) {
        csv(HttpMethod.PUT, STAFF, "tasks/" + task + "/truth/", csv).expect(200);
    }

    protected void publish(Contest contest) {
        patch(STAFF, "tasks/" + contest.task() + "/", Map.of("scores_published", true))
                .expect(200);
    }

    protected Participant participant(Contest contest) {
        long person = number();
        return new Participant(person, member(person), team(contest.challenge(), person));
    }

    protected long approach(Contest contest, Participant participant) {
        return approach(contest.task(), participant.team(), participant.person());
    }

    /** The id of the submission. */
    protected long handIn(Participant participant, long approach, String csv) {
        return handIn(approach, participant.person(), csv).expect(202).id();
    }

    protected Answer submission(long id) {
        return get(STAFF, "submissions/" + id + "/").expect(200);
    }

    /** Waits until the submission has ended. */
    protected Answer ended(long id) {
        Eventually.until(
                "submission " + id + " has ended",
                () -> List.of("succeeded", "failed", "internal_failure")
                        .contains(submission(id).get("status").asString()));
        return submission(id);
    }
}
