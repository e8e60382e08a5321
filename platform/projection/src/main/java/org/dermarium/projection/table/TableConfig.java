package org.dermarium.projection.table;

import org.dermarium.projection.ProjectionConfig;
import org.dermarium.projection.Projections;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Wires read models in PostgreSQL, for services that have it. */
@AutoConfiguration(after = ProjectionConfig.class)
@ConditionalOnClass(DatabaseClient.class)
public class TableConfig {

    @Bean
    Tables tables(DatabaseClient db, TransactionalOperator transaction, Projections projections) {
        return new Tables(db, transaction, projections);
    }
}
