/**
 * Accounts as this service knows them from the bus.
 */
@NullMarked
package org.dermarium.ingest.known;

import org.jspecify.annotations.NullMarked;
