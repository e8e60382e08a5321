/** Files as they were sent, with all that they hide: kept for a stated time after they were processed, and no longer. */
@NullMarked
package org.dermarium.ingest.original;

import org.jspecify.annotations.NullMarked;
