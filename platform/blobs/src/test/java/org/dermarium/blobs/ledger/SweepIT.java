package org.dermarium.blobs.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Objects in the storage that no row knows. */
class SweepIT extends LedgerCase {

    @Test
    void findsObjectsThatNoRowKnows() {
        openSweep("-1 hour");
        put(folder + "stray");
        put(folder + "used");
        put(folder + "announced");
        tx(refer("note", folder + "used"));
        ledgerOf(Duration.ofHours(1))
                .announce(List.of(ObjectName.inPrivate(folder + "announced")))
                .block();

        while (sweep(Duration.ZERO).look()) {
            // One part of the storage after the other.
        }

        clean();
        assertThat(isThere(folder + "stray")).isFalse();
        assertThat(isThere(folder + "used")).isTrue();
        assertThat(isThere(folder + "announced")).isTrue();
    }

    @Test
    void leavesObjectsAloneThatWereWrittenJustNowOrBeforeTheLedger() {
        put(key);
        openSweep("-1 hour");
        while (sweep(Duration.ofMinutes(5)).look()) {
            // One part of the storage after the other.
        }
        openSweep("1 hour");
        while (sweep(Duration.ZERO).look()) {
            // All again, now that the ledger is younger than the object.
        }

        assertThat(rows()).isZero();
        assertThat(meters.counter("dermarium.objects.strays").count()).isZero();
    }

    private static ObjectLedger ledgerOf(Duration writing) {
        return new ObjectLedger(DB, STORAGE, settings(writing, Duration.ZERO));
    }

    private Sweep sweep(Duration strayAge) {
        return new Sweep(DB, STORAGE, settings(Duration.ZERO, strayAge), meters);
    }

    private void openSweep(String sinceNow) {
        sweep(Duration.ZERO).open();
        DB.sql("update sweep set since = now() + :since::interval, due_at = now()")
                .bind("since", sinceNow)
                .then()
                .block();
    }
}
