package org.dermarium.ingest.original;

import static org.dermarium.store.R2dbcValues.text;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.dermarium.blobs.ledger.ObjectLedger;
import org.dermarium.blobs.ledger.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Gives up the files as they were sent, some time after they were processed. A ZIP goes with the last of its files; until
 * then it is in use. Any number of instances may do so at one time.
 */
@Repository
class R2dbcOriginals {

    private static final Logger log = LoggerFactory.getLogger(R2dbcOriginals.class);
    private static final int BATCH = 500;

    private static final String GIVE_UP = """
            update accession set original_kept = false where id = any(array(
              select id from accession
              where original_kept and settled_at < now() - make_interval(secs => :keep)
              order by settled_at limit :most for update skip locked))
            returning original_key""";

    private final DatabaseClient db;
    private final TransactionalOperator transaction;
    private final ObjectLedger ledger;
    private final OriginalSettings settings;

    R2dbcOriginals(
            DatabaseClient db, TransactionalOperator transaction, ObjectLedger ledger, OriginalSettings settings) {
        this.db = db;
        this.transaction = transaction;
        this.ledger = ledger;
        this.settings = settings;
    }

    @Scheduled(fixedDelay = 10, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void giveUpAll() {
        try {
            while (giveUp() == BATCH) {
                log.debug("Gave up {} originals", BATCH);
            }
        } catch (RuntimeException e) {
            log.warn("Originals were not given up, and are at the next look: {}", e.toString());
        }
    }

    /** How many accessions have given up theirs now. */
    int giveUp() {
        return Objects.requireNonNull(transaction
                .transactional(db.sql(GIVE_UP)
                        .bind("keep", settings.keep().toSeconds())
                        .bind("most", BATCH)
                        .map(row -> text(row, "original_key"))
                        .all()
                        .collectList()
                        .flatMap(keys -> ledger.giveUpAtOnce(objects(keys)).thenReturn(keys.size())))
                .block());
    }

    private static Collection<ObjectName> objects(List<String> keys) {
        return keys.stream().distinct().map(ObjectName::inPrivate).toList();
    }
}
