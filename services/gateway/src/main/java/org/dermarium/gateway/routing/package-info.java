/** Which service answers which path, and what happens while it is away. */
@NullMarked
package org.dermarium.gateway.routing;

import org.jspecify.annotations.NullMarked;
