package org.dermarium.challenge.approach;

import java.net.URI;
import java.time.Instant;
import org.dermarium.challenge.submission.SubmissionOut;
import org.jspecify.annotations.Nullable;

/**
 * An approach as its team sees it.
 *
 * @param manuscriptUrl where its PDF is, for some hours
 * @param latest its newest submission
 */
record ApproachOut(
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
        long submissionsCount) {}
