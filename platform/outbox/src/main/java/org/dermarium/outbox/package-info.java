/**
 * Events leave a service through its outbox: a row written in the transaction that changes the state, sent to Kafka in
 * order by one relay and deleted when the broker has it. Delivery is at least once, ordered by key.
 */
@NullMarked
package org.dermarium.outbox;

import org.jspecify.annotations.NullMarked;
