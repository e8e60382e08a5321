/** How much a client may send: requests in a while, and bytes in one request. */
@NullMarked
package org.dermarium.gateway.limits;

import org.jspecify.annotations.NullMarked;
