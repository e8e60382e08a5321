/** Private collections opened to single people. A share opens the images of the collection for as long as they are in it and it is shared; it ends with either. */
@NullMarked
package org.dermarium.catalog.sharing;

import org.jspecify.annotations.NullMarked;
