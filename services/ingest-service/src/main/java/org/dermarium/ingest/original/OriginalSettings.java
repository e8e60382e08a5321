package org.dermarium.ingest.original;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param keep how long the file as it was sent is kept after it was processed, whatever came out */
@ConfigurationProperties("dermarium.ingest.originals")
record OriginalSettings(@DefaultValue("30d") Duration keep) {}
