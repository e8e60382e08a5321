package org.dermarium.ingest.newaccession;

import org.jspecify.annotations.Nullable;

/**
 * A file that becomes an accession.
 *
 * @param zipUpload the ZIP it came in, or null
 * @param key of the object in the private bucket
 * @param entry where it lies in the ZIP, or null
 * @param size in bytes, unpacked
 * @param asked what was asked for with the upload, as one text; null for a file of a ZIP
 * @param publish publication that staff ask for at once, or null
 */
public record NewAccession(
        long cohort,
        long creator,
        @Nullable Long zipUpload,
        String fileName,
        String key,
        @Nullable Entry entry,
        long size,
        @Nullable String asked,
        @Nullable RequestedVisibility publish,
        @Nullable String traceparent) {

    /** As people call it. */
    static final String KIND = "accession";

    /** @param method as ZIP numbers them */
    public record Entry(long offset, long packed, int method) {}
}
