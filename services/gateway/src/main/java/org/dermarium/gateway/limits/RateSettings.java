package org.dermarium.gateway.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests one client address may send.
 *
 * @param reads GET and HEAD of the API
 * @param writes other requests to the API
 * @param uploads beginnings of uploads, each of which may store gigabytes
 * @param signIns anything where a password, code or token can be guessed
 */
@ConfigurationProperties("dermarium.limits")
record RateSettings(Rate reads, Rate writes, Rate uploads, Rate signIns) {

    /**
     * A token bucket.
     *
     * @param perSecond requests a second in the long run
     * @param burst requests at once after a pause
     */
    record Rate(
            @DefaultValue("100") int perSecond,
            @DefaultValue("200") int burst) {}
}
