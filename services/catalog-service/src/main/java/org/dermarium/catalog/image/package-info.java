/** The read model of images: listing, finding, pinning, and the query language as SQL. Filled from the topic images. */
@NullMarked
package org.dermarium.catalog.image;

import org.jspecify.annotations.NullMarked;
