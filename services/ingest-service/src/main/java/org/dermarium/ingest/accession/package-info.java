/**
 * One file of a cohort and all that is known of it; its lists, progress and live events. Knows how its state is told
 * as an {@code Image} event.
 */
@NullMarked
package org.dermarium.ingest.accession;

import org.jspecify.annotations.NullMarked;
