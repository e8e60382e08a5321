/** Collections themselves: names, visibility, pins, and the order in which a change is checked. Publishes the topic collections. */
@NullMarked
package org.dermarium.catalog.collection;

import org.jspecify.annotations.NullMarked;
