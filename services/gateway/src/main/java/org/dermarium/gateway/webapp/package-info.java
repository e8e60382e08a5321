/** The web app's files, from the jar that its build makes. */
@NullMarked
package org.dermarium.gateway.webapp;

import org.jspecify.annotations.NullMarked;
