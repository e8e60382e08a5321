package org.dermarium.ingest.newaccession;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dermarium.input.OneOf;
import org.dermarium.store.JsonColumns;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
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
        @NotNull Long cohort,
        @NotNull String originalBlob,
        @Nullable Map<String, Object> metadata,
        @Nullable String engagementExternalId,
        @Nullable @OneOf({"public", "embargoed"}) String publish,
        @Nullable String isicId) {

    AccessionIn checkedFor(Caller.Member caller) {
        if (!caller.isStaff() && (publish != null || isicId != null)) {
            throw Refusal.forbidden("Only staff can set " + (publish != null ? "publish" : "isic_id") + ".");
        }
        if (engagementExternalId != null) {
            throw Refusal.rule("Only engagement platform users can set an engagement external id.");
        }
        return this;
    }

    /** A digest of everything in the request but the cohort; equal for equal requests. */
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
