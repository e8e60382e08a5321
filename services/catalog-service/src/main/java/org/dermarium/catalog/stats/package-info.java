/** How much the archive holds. */
@NullMarked
package org.dermarium.catalog.stats;

import org.jspecify.annotations.NullMarked;
