/** Tells the bus in which collections an image is and who may see it through them, whole at every change (topic memberships). */
@NullMarked
package org.dermarium.catalog.membership;

import org.jspecify.annotations.NullMarked;
