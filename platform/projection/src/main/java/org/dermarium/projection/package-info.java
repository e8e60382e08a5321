/**
 * Read models written from events: the newest state of each key, many in one write, and made anew from their topics
 * beside the one that is read. A read model in PostgreSQL is a {@link org.dermarium.projection.table.Table}; another
 * store implements {@link org.dermarium.projection.Projection} and {@link org.dermarium.projection.ReadModel}.
 */
@NullMarked
package org.dermarium.projection;

import org.jspecify.annotations.NullMarked;
