package org.dermarium.doi.release.build;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How releases are built.
 *
 * @param lease how long a builder that says nothing keeps its release
 * @param aheadObjects how many objects are fetched before their turn
 * @param aheadBytes how many bytes these have together at most
 * @param longestPause between attempts to build one that fails
 * @param attempts to build one whose bytes are missing or damaged, or that fails for reasons unknown
 * @param longestOutage of the object storage that is waited out
 */
@ConfigurationProperties("dermarium.release")
record ReleaseSettings(
        @DefaultValue("15s") Duration lease,
        @DefaultValue("12") int aheadObjects,
        @DefaultValue("16MB") DataSize aheadBytes,
        @DefaultValue("60s") Duration longestPause,
        @DefaultValue("10") int attempts,
        @DefaultValue("1d") Duration longestOutage) {}
