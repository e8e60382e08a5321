package org.dermarium.challenge.approach;

import java.net.URI;
import java.time.Instant;
import org.dermarium.challenge.submission.SubmissionOut;
import org.jspecify.annotations.Nullable;

/**
 * An approach as its team sees it.
 *
 * @param manuscriptUrl where its PDF is, for those who may read it
 * @param latest its newest submission
 */
public record ApproachOut(
        long id,
        long task,
        long team,
        String name,
        String description,
        boolean usesExternalData,
        @Nullable URI manuscriptUrl,
        ReviewState reviewState,
        String rejectReason,
        Instant created,
        @Nullable SubmissionOut latest,
        long submissionsCount) {

    /** The address of an approach's manuscript, or null when it has none. */
    public static @Nullable URI manuscriptUrl(long approach, @Nullable String key) {
        return key == null ? null : URI.create("/api/v2/approaches/" + approach + "/manuscript/");
    }
}
