package org.dermarium.ingest.processing;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.dermarium.ingest.IngestCase;
import org.dermarium.ingest.original.Original;
import org.dermarium.testkit.file.LesionImages;
import org.dermarium.work.LockOrder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ClaimLocksIT extends IngestCase {

    private static final int ATTEMPT = 2;

    @Autowired
    private AccessionQueue queue;

    @Test
    void renewsClaimsWhileTheirOutcomesAreWritten() {
        long cohort = cohort();
        long first = accession(cohort, "first.jpg", LesionImages.jpeg(1, 64, 48));
        long second = accession(cohort, "second.jpg", LesionImages.jpeg(2, 64, 48));
        awaitNothingOnItsWay();
        set(cohort, "status = 'created', attempts = " + ATTEMPT + ", lease_until = now() + interval '1 hour'");
        LockOrder.check(
                db(),
                "accession",
                "id = " + first,
                "id = " + second,
                () -> queue.renew(List.of(claim(second), claim(first)), Duration.ofHours(1)));
        set(cohort, "status = 'succeeded', lease_until = null");
    }

    private void set(long cohort, String columns) {
        db().sql("update accession set " + columns + " where cohort = " + cohort)
                .then()
                .block();
    }

    private static Claim claim(long accession) {
        return new Claim(accession, ATTEMPT, new Original("any", 1, null), UUID.randomUUID(), null);
    }
}
