/** The door of a WebFlux service: its filter of parameters and its reader of bodies. */
@NullMarked
package org.dermarium.input.webflux;

import org.jspecify.annotations.NullMarked;
