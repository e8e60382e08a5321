/** What every request and response gets at the edge: forwarding and security headers, redirects, plain refusals. */
@NullMarked
package org.dermarium.gateway.edge;

import org.jspecify.annotations.NullMarked;
