/** The whole archive as a person starts it, and what journeys bring into it and ask of it. */
@NullMarked
package org.dermarium.e2e.archive;

import org.jspecify.annotations.NullMarked;
