package org.dermarium.blobs.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.s3.S3Settings;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Gives a service that sets {@code dermarium.objects.owned} its ledger and the janitor. */
@AutoConfiguration(afterName = "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration")
@ConditionalOnClass(DatabaseClient.class)
@ConditionalOnProperty("dermarium.objects.owned")
@EnableConfigurationProperties(LedgerSettings.class)
public class LedgerConfig {

    @Bean
    ObjectLedger objectLedger(DatabaseClient db, BlobStore blobs, S3Settings s3, LedgerSettings settings) {
        return new ObjectLedger(db, storage(blobs, s3), settings);
    }

    @Bean
    BegunUploads begunUploads(DatabaseClient db, TransactionalOperator transaction) {
        return new BegunUploads(db, transaction);
    }

    @Bean
    JanitorLoop janitorLoop(
            DatabaseClient db,
            TransactionalOperator transaction,
            BlobStore blobs,
            S3Settings s3,
            LedgerSettings settings,
            MeterRegistry meters) {
        var storage = storage(blobs, s3);
        return new JanitorLoop(
                new Janitor(db, transaction, storage, settings, meters),
                new Sweep(db, storage, settings, meters),
                meters);
    }

    private static ObjectLedger.Storage storage(BlobStore blobs, S3Settings s3) {
        return new ObjectLedger.Storage(blobs, s3.privateBucket(), s3.publicBucket());
    }
}
