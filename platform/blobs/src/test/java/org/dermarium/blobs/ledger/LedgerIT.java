package org.dermarium.blobs.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** An object is removed when nothing refers to it, and never before. */
class LedgerIT extends LedgerCase {

    @Test
    void removesWhatWasGivenUp() {
        put(key);
        tx(refer("note", key));
        tx(drop("note", key));

        clean();

        assertThat(isThere(key)).isFalse();
        assertThat(rows()).isZero();
        assertThat(meters.counter("dermarium.objects.removed").count()).isEqualTo(1);
    }

    @Test
    void keepsWhatAnotherRowStillUses() {
        put(key);
        tx(refer("note", key));
        tx(refer("letter", key));
        tx(drop("note", key));

        clean();

        assertThat(isThere(key)).isTrue();
        assertThat(rows()).isZero();
        assertThat(meters.counter("dermarium.objects.kept").count()).isEqualTo(1);
        tx(drop("letter", key));
        clean();
        assertThat(isThere(key)).isFalse();
    }

    @Test
    void leavesNothingOfAWriterThatDiedBeforeItsCommit() {
        ledger.announce(List.of(ObjectName.inPrivate(key))).block();
        put(key);

        clean();

        assertThat(isThere(key)).isFalse();
    }

    @Test
    void keepsWhatWasAnnouncedAndCommitted() {
        ledger.announce(List.of(ObjectName.inPrivate(key))).block();
        put(key);
        tx(refer("note", key));

        clean();

        assertThat(isThere(key)).isTrue();
        assertThat(rows()).isZero();
    }

    @Test
    void leavesInTheLedgerWhatARolledBackTransactionHadKept() {
        ledger.announce(List.of(ObjectName.inPrivate(key))).block();
        put(key);
        assertThatThrownBy(() -> tx(refer("note", key).then(Mono.error(new IllegalStateException("refused")))));

        clean();

        assertThat(isThere(key)).isFalse();
    }

    @Test
    void refusesAReferenceToWhatWasRemovedLongAgo() {
        assertThatThrownBy(() -> tx(refer("note", key))).isInstanceOf(ObjectGone.class);
    }

    @Test
    void takesAReferenceToAnObjectFromBeforeTheLedger() {
        put(key);
        tx(refer("note", key));
        clean();
        assertThat(isThere(key)).isTrue();
    }

    /** Ten times ten keys are given up and taken up again by many while two janitors clean: no reference ever points to nothing. */
    @Test
    void neverRemovesWhatIsTakenUpAtTheSameMoment() throws Exception {
        for (int i = 0; i < 10; i++) {
            put(folder + i);
            tx(ledger.giveUp(List.of(ObjectName.inPrivate(folder + i))));
        }
        all(6, () -> {
            for (int i = 0; i < 25; i++) {
                String one = folder + ThreadLocalRandom.current().nextInt(10);
                String table = ThreadLocalRandom.current().nextBoolean() ? "note" : "letter";
                switch (ThreadLocalRandom.current().nextInt(4)) {
                    case 0 -> janitor().clean();
                    case 1 -> tx(drop(table, one));
                    default -> {
                        try {
                            tx(refer(table, one));
                        } catch (ObjectGone gone) {
                            // The janitor was first.
                        }
                    }
                }
            }
            return null;
        });
        for (int i = 0; i < 10; i++) {
            boolean isUsed = DB.sql("select object_in_use('private', :key)")
                    .bind("key", folder + i)
                    .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                    .one()
                    .block();
            assertThat(!isUsed || isThere(folder + i))
                    .as("%s%d is used and there", folder, i)
                    .isTrue();
        }
        Eventually.until("all is clean", () -> {
            clean();
            return rows() == 0;
        });
        for (int i = 0; i < 10; i++) {
            String one = folder + i;
            boolean isUsed = Boolean.TRUE.equals(DB.sql("select object_in_use('private', :key)")
                    .bind("key", one)
                    .map(row -> row.get(0, Boolean.class))
                    .one()
                    .block());
            assertThat(isThere(one)).as("%s is there because it is used", one).isEqualTo(isUsed);
        }
    }
}
