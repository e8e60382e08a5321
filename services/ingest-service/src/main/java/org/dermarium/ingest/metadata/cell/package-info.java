/**
 * What the cell of a field may hold: each type of the data dictionary.
 */
@NullMarked
package org.dermarium.ingest.metadata.cell;

import org.jspecify.annotations.NullMarked;
