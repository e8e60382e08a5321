/** Who sees what, and that a right that ends ends everywhere. */
@NullMarked
package org.dermarium.e2e.rights;

import org.jspecify.annotations.NullMarked;
