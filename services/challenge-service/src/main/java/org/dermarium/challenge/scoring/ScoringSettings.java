package org.dermarium.challenge.scoring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How submissions are scored.
 *
 * @param workers submissions scored at one time; 0 for one a core
 * @param lease how long a claim lasts unless renewed: after a crash its submission waits so long
 * @param pause before a failed try is repeated
 */
@ConfigurationProperties("dermarium.challenge.scoring")
record ScoringSettings(
        @DefaultValue("0") int workers,
        @DefaultValue("15s") Duration lease,
        @DefaultValue("3s") Duration pause) {

    int threads() {
        return workers > 0 ? workers : Runtime.getRuntime().availableProcessors();
    }
}
