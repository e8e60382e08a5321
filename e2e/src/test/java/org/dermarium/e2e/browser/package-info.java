/** Journeys in a browser. */
@NullMarked
package org.dermarium.e2e.browser;

import org.jspecify.annotations.NullMarked;
