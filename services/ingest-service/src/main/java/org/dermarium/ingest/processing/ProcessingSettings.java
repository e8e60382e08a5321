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
 * @param lease how long a claim lasts unless renewed: after a crash its image waits so long
 */
@ConfigurationProperties("dermarium.ingest.processing")
record ProcessingSettings(
        @DefaultValue("0") int workers,
        @DefaultValue("16") int inFlight,
        @DefaultValue("100000000") long maxPixels,
        @DefaultValue("15s") Duration lease) {

    int decoders() {
        return workers > 0 ? workers : Runtime.getRuntime().availableProcessors();
    }
}
