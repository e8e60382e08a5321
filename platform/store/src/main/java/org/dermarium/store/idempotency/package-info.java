/**
 * {@code Idempotency-Key}: a POST that is sent twice, by a retry after a lost answer or by a double click, is done once and
 * answered twice.
 */
@NullMarked
package org.dermarium.store.idempotency;

import org.jspecify.annotations.NullMarked;
