package org.dermarium.ingest.processing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How images are processed.
 *
 * @param workers images decoded at one time; 0 for one a core
 * @param inFlight images fetched, decoded or stored at one time
 * @param maxPixels width times height of the largest image taken
 * @param lease how long a claim lasts unless renewed; after a crash its image waits until then
 */
@ConfigurationProperties("dermarium.ingest.processing")
record ProcessingSettings(
        @DefaultValue("0") int workers,
        @DefaultValue("16") int inFlight,
        @DefaultValue("100000000") long maxPixels,
        @DefaultValue("15s") Duration lease) {

    static final int MEBI = 1 << 20;

    private static final int HEAP = (int) (Runtime.getRuntime().maxMemory() / MEBI);
    private static final int FILES_SHARE = 4;
    private static final int PIXELS_SHARE = 2;
    private static final int LARGEST_FILE_SHARE = 8;
    private static final int LEAST_LARGEST_FILE = 64;

    /** Mebibytes that files may take at one time, as they came and stripped. */
    int filesMemory() {
        return HEAP / FILES_SHARE;
    }

    /** Mebibytes that decoded pixels may take at one time. */
    int pixelsMemory() {
        return HEAP / PIXELS_SHARE;
    }

    /** Bytes. A file is in memory twice while it is decoded, and what it decodes to as well. */
    long largestFile() {
        return (long) Math.max(LEAST_LARGEST_FILE, HEAP / LARGEST_FILE_SHARE) * MEBI;
    }

    int decoders() {
        return workers > 0 ? workers : Runtime.getRuntime().availableProcessors();
    }
}
