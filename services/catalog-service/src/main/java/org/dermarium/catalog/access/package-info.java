/** Who may see which image and which collection. Every statement that reads either for somebody takes its condition from here. */
@NullMarked
package org.dermarium.catalog.access;

import org.jspecify.annotations.NullMarked;
