package org.dermarium.store.idempotency;

import org.dermarium.web.WriteRefusal;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Gives a service with a database the key of POSTs; its Flyway locations hold {@code classpath:db/idempotency}. */
@AutoConfiguration(
        afterName = {
            "org.dermarium.input.webflux.InputConfig",
            "org.springframework.boot.data.r2dbc.autoconfigure.DataR2dbcAutoConfiguration",
            "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnBean({DatabaseClient.class, TransactionalOperator.class})
public class IdempotencyConfig {

    @Bean
    IdempotencyKeys idempotencyKeys(DatabaseClient database) {
        return new IdempotencyKeys(database);
    }

    @Bean
    IdempotencyFilter idempotencyFilter(IdempotencyKeys keys, TransactionalOperator transaction, WriteRefusal write) {
        return new IdempotencyFilter(keys, transaction, write);
    }

    @Bean
    ForgetOldKeys forgetOldKeys(IdempotencyKeys keys) {
        return new ForgetOldKeys(keys);
    }
}
