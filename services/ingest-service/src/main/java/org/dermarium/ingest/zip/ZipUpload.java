package org.dermarium.ingest.zip;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.dermarium.ingest.newaccession.RequestedVisibility;
import org.dermarium.input.OneOf;
import org.jspecify.annotations.Nullable;

/**
 * A ZIP that was sent and what became of it.
 *
 * @param status created, extracting, extracted or failed
 * @param reason why nothing of it was taken
 * @param accessions how many files of it became accessions
 */
record ZipUpload(
        long id,
        long cohort,
        @JsonIgnore long creator,
        String fileName,
        @JsonIgnore String key,
        @JsonIgnore long size,
        @JsonIgnore @Nullable RequestedVisibility publish,

        @OneOf({"created", "extracting", "extracted", "failed"})
        String status,

        @Nullable String reason,
        List<ZipProblem> problems,
        int accessions,
        @JsonIgnore @Nullable String traceparent) {

    @JsonIgnore
    boolean isEnded() {
        return status.equals("extracted") || status.equals("failed");
    }
}
