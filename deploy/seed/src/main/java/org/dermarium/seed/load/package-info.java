/** How pictures, metadata and collections are brought into a running archive, whichever set they are of. */
@NullMarked
package org.dermarium.seed.load;

import org.jspecify.annotations.NullMarked;
