/** How fast a data set is frozen. */
@NullMarked
package org.dermarium.bench.dataset;

import org.jspecify.annotations.NullMarked;
