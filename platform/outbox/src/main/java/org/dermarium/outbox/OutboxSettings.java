package org.dermarium.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the outbox table is and how it is drained.
 *
 * @param url JDBC address of the service's own database
 * @param batch events sent and deleted in one transaction
 * @param safetyPoll how long the relay waits at most for the database's wake-up call
 * @param interval between batches under load, at least; see {@link Pace}
 * @param longestInterval of batches of many events
 */
@ConfigurationProperties("dermarium.outbox")
record OutboxSettings(
        String url,
        String user,
        String password,
        @DefaultValue("500") int batch,
        @DefaultValue("1s") Duration safetyPoll,
        @DefaultValue("100ms") Duration interval,
        @DefaultValue("1s") Duration longestInterval) {}
