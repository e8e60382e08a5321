/** Tokens that were revoked before they expired, learnt from the identity service's events. */
@NullMarked
package org.dermarium.gateway.revocation;

import org.jspecify.annotations.NullMarked;
