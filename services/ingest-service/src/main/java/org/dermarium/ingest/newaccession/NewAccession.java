package org.dermarium.ingest.newaccession;

import org.dermarium.ingest.original.Original;
import org.jspecify.annotations.Nullable;

/**
 * A file that becomes an accession.
 *
 * @param zipUpload the ZIP it came in, or null
 * @param original the file
 * @param asked what was asked for with the upload, as one text; null for a file of a ZIP
 * @param publish publication that staff ask for at once, or null
 */
public record NewAccession(
        long cohort,
        long creator,
        @Nullable Long zipUpload,
        String fileName,
        Original original,
        @Nullable String asked,
        @Nullable RequestedVisibility publish,
        @Nullable String traceparent) {

    /** As people call it. */
    static final String KIND = "accession";
}
