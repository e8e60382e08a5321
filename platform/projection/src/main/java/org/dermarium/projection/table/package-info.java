/** Read models that are tables of PostgreSQL: a mapping from states to columns, and all else by itself. */
@NullMarked
package org.dermarium.projection.table;

import org.jspecify.annotations.NullMarked;
