/** The same door and the same refusals for a service on servlets. */
@NullMarked
package org.dermarium.mvc;

import org.jspecify.annotations.NullMarked;
