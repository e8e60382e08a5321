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
 * @param breath rest after a batch for each event in it, in which the next one gathers: an event after silence is sent
 *     at once, few come with little delay, and of many the consumers behind the bus get dozens at a time
 * @param longestBreath what a rest comes to at most
 */
@ConfigurationProperties("dermarium.outbox")
record OutboxSettings(
        String url,
        String user,
        String password,
        @DefaultValue("500") int batch,
        @DefaultValue("1s") Duration safetyPoll,
        @DefaultValue("40ms") Duration breath,
        @DefaultValue("400ms") Duration longestBreath) {

    Duration restAfter(int events) {
        Duration rest = breath.multipliedBy(events);
        return rest.compareTo(longestBreath) < 0 ? rest : longestBreath;
    }
}
