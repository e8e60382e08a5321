package org.dermarium.ingest.imagemetadata;

import org.dermarium.ingest.metadata.ArchiveColumns;
import org.dermarium.ingest.metadata.Parsed;
import org.jspecify.annotations.Nullable;

/**
 * What a row says about one image.
 *
 * @param number of the row in its file, the header being row 1
 * @param archive what staff add, or null
 */
public record ImageRow(
        int number,
        String fileName,
        Parsed parsed,
        @Nullable ArchiveColumns archive) {}
