/** Many processes together: started in order, each told how far it is, started again when they end, and stopped. */
@NullMarked
package org.dermarium.embedded.fleet;

import org.jspecify.annotations.NullMarked;
