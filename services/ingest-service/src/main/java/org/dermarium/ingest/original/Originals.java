package org.dermarium.ingest.original;

import static org.dermarium.store.R2dbcValues.text;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.dermarium.blobs.ledger.ObjectLedger;
import org.dermarium.blobs.ledger.ObjectName;
import org.dermarium.loop.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Gives up the files as they were sent, some time after they were processed. A ZIP goes with the last of its files; until
 * then it is in use. Any number of instances may do so at one time.
 */
@Repository
class Originals implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Originals.class);
    private static final int BATCH = 500;
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

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
    private final Loop loop;

    Originals(
            DatabaseClient db,
            TransactionalOperator transaction,
            ObjectLedger ledger,
            OriginalSettings settings,
            MeterRegistry meters) {
        this.db = db;
        this.transaction = transaction;
        this.ledger = ledger;
        this.settings = settings;
        this.loop = new Loop("originals", this::giveUpAll, meters);
    }

    private void giveUpAll() throws InterruptedException {
        Thread.sleep(BETWEEN_LOOKS);
        while (giveUp() == BATCH) {
            log.debug("Gave up {} originals", BATCH);
        }
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
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
