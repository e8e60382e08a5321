/** The search service: a projection of images, memberships and collections that can be thrown away and rebuilt. */
@NullMarked
package org.dermarium.search;

import org.jspecify.annotations.NullMarked;
