/** What other services say on the bus, written to the read models, each batch in one transaction. */
@NullMarked
package org.dermarium.catalog.projection;

import org.jspecify.annotations.NullMarked;
