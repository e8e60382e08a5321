/** Finding images: lists, total sizes and facets of a query, over what the caller may see. */
@NullMarked
package org.dermarium.search.images;

import org.jspecify.annotations.NullMarked;
