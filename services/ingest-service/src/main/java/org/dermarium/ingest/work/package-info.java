/**
 * Work that goes on behind the requests: loops that are woken at once and survive what goes wrong.
 */
@NullMarked
package org.dermarium.ingest.work;

import org.jspecify.annotations.NullMarked;
