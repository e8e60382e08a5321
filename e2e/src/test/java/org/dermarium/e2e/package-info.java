/**
 * Journeys against the whole archive as a person starts it: {@code ./dermarium up} with a data directory and ports of its
 * own, once for all classes. Nothing is reached but what users and operators reach.
 */
@NullMarked
package org.dermarium.e2e;

import org.jspecify.annotations.NullMarked;
