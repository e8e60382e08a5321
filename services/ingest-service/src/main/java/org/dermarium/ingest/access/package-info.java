/** Who may see what contributors send. */
@NullMarked
package org.dermarium.ingest.access;

import org.jspecify.annotations.NullMarked;
