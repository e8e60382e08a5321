package org.dermarium.ingest.intake;

import java.util.Map;
import java.util.Objects;
import org.dermarium.web.Caller;
import org.dermarium.web.Forbidden;
import org.dermarium.web.Refused;
import org.dermarium.web.Required;
import org.jspecify.annotations.Nullable;

/**
 * A single image that is to become an accession.
 *
 * @param originalBlob the signed value of its upload
 * @param publish for staff: {@code public} or {@code embargoed} as soon as it is processed
 * @param isicId for staff: the public id it has from elsewhere
 */
record AccessionIn(
        @Nullable Long cohort,
        @Nullable String originalBlob,
        @Nullable Map<String, Object> metadata,
        @Nullable String engagementExternalId,
        @Nullable String publish,
        @Nullable String isicId) {

    AccessionIn checkedFor(Caller.Member caller) {
        Required.fields().of("cohort", cohort).of("original_blob", originalBlob).check();
        if (!caller.isStaff() && (publish != null || isicId != null)) {
            throw new Forbidden("Only staff can set " + (publish != null ? "publish" : "isic_id") + ".");
        }
        if (engagementExternalId != null) {
            throw new Refused("Only engagement platform users can set an engagement external id.");
        }
        return this;
    }

    long cohortId() {
        return Objects.requireNonNull(cohort);
    }

    boolean saysSomething() {
        return isicId != null || metadata != null && !metadata.isEmpty();
    }
}
