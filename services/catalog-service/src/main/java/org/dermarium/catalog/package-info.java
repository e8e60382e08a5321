/** The catalogue: what the archive holds, who may see it, how it is collected, and how it is taken home. */
@NullMarked
package org.dermarium.catalog;

import org.jspecify.annotations.NullMarked;
