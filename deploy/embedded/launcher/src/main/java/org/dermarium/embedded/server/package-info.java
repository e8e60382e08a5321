/** The four real servers below the services: configuration, start command and the question that proves each one ready. */
@NullMarked
package org.dermarium.embedded.server;

import org.jspecify.annotations.NullMarked;
