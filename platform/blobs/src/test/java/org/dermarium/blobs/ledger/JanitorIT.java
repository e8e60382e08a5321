package org.dermarium.blobs.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.Test;

/** What one janitor leaves when it dies, at whichever line, another one ends. */
class JanitorIT extends LedgerCase {

    @Test
    void finishesWhatAJanitorLeftThatDiedAfterCondemning() {
        put(key);
        tx(ledger.giveUp(List.of(ObjectName.inPrivate(key))));
        assertThat(first.condemn()).hasSize(1);
        assertThat(second.condemn())
                .as("the first one's, while its lease lasts")
                .isEmpty();
        assertThatThrownBy(() -> tx(refer("note", key))).isInstanceOf(ObjectGone.class);
        assertThat(DB.sql("select count(*) from note")
                        .map(row -> row.get(0, Long.class))
                        .one()
                        .block())
                .isZero();

        Eventually.until("the second takes over", second::clean);

        assertThat(isThere(key)).isFalse();
        assertThat(rows()).isZero();
    }

    @Test
    void finishesWhatAJanitorLeftThatDiedAfterDeleting() {
        put(key);
        tx(ledger.giveUp(List.of(ObjectName.inPrivate(key))));
        first.remove(first.condemn().getFirst());

        Eventually.until("the second takes over", second::clean);

        assertThat(rows()).isZero();
    }

    @Test
    void doesNotForgetTheRowOfAJanitorThatTookOver() {
        put(key);
        tx(ledger.giveUp(List.of(ObjectName.inPrivate(key))));
        var late = first.condemn().getFirst();
        Eventually.until("the second takes over", () -> !second.condemn().isEmpty());

        first.forget(late);

        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void waitsWithANewObjectUntilAnOlderOneOfItsNameIsRemoved() {
        put(key);
        tx(ledger.giveUp(List.of(ObjectName.inPrivate(key))));
        var condemned = first.condemn().getFirst();
        assertThatThrownBy(() -> ledger.announce(List.of(condemned.name())).block())
                .isInstanceOf(ObjectGone.class);

        first.remove(condemned);
        first.forget(condemned);

        ledger.announce(List.of(condemned.name())).block();
        put(key);
        tx(refer("note", key));
        clean();
        assertThat(isThere(key)).isTrue();
    }
}
