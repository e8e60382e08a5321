/** What other services say on the bus, written to the read models, each batch whole or not at all. */
@NullMarked
package org.dermarium.challenge.projection;

import org.jspecify.annotations.NullMarked;
