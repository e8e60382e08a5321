/**
 * The gateway: one origin for browsers, clients and scripts. It routes, keeps the browser's session, limits, guards and
 * serves the web app; it holds no state that a restart would miss.
 */
@NullMarked
package org.dermarium.gateway;

import org.jspecify.annotations.NullMarked;
