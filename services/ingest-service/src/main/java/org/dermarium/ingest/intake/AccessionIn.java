package org.dermarium.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dermarium.store.JsonColumns;
import org.dermarium.web.Caller;
import org.dermarium.web.Forbidden;
import org.dermarium.web.Refused;
import org.dermarium.web.Required;
import org.jspecify.annotations.Nullable;
import org.springframework.util.DigestUtils;

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

    /** All that was asked for beside the cohort, as one short text: the same for the same. */
    String asked() {
        Map<String, Object> rest = new TreeMap<>(Objects.requireNonNullElse(metadata, Map.of()));
        if (rest.isEmpty() && publish == null && isicId == null) {
            return "";
        }
        return DigestUtils.md5DigestAsHex(
                JsonColumns.write(Arrays.asList(publish, isicId, rest)).getBytes(UTF_8));
    }

    boolean saysSomething() {
        return isicId != null || metadata != null && !metadata.isEmpty();
    }
}
