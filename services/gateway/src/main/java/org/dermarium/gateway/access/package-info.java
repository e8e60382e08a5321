/** How each route to a service knows who asks. */
@NullMarked
package org.dermarium.gateway.access;

import org.jspecify.annotations.NullMarked;
