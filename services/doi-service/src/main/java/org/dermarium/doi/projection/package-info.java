/** What other services say on the bus, written to the read model, each batch in one transaction. */
@NullMarked
package org.dermarium.doi.projection;

import org.jspecify.annotations.NullMarked;
