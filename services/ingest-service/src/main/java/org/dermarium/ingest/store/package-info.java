/**
 * What all adapters to PostgreSQL need: optional values, JSON columns, transactions seen from blocking code.
 */
@NullMarked
package org.dermarium.ingest.store;

import org.jspecify.annotations.NullMarked;
