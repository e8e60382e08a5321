package org.dermarium.blobs.ledger;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How objects are removed.
 *
 * @param owned the parts of the storage that are this service's alone, as {@code private/uploads/}
 * @param grace how long an object is kept that was given up, unless it has to go at once
 * @param writing how long a writer may take from announcing an object until its row is committed
 * @param lease how long a janitor has for one batch; longer than any single call to the storage
 * @param sweepEvery pause between two searches for objects that nobody knows
 * @param strayAge how old such an object is before it is looked at
 * @param strayGrace how long it stays after it was found
 */
@ConfigurationProperties("dermarium.objects")
public record LedgerSettings(
        List<String> owned,
        @DefaultValue("24h") Duration grace,
        @DefaultValue("1h") Duration writing,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("24h") Duration sweepEvery,
        @DefaultValue("48h") Duration strayAge,
        @DefaultValue("7d") Duration strayGrace) {

    List<ObjectName> prefixes() {
        return owned.stream().map(LedgerSettings::prefix).toList();
    }

    private static ObjectName prefix(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.endsWith("/") || slash == text.length() - 1) {
            throw new IllegalStateException("dermarium.objects.owned wants \"private/folder/\", not \"" + text + "\"");
        }
        return new ObjectName(ObjectName.Area.of(text.substring(0, slash)), text.substring(slash + 1));
    }
}
