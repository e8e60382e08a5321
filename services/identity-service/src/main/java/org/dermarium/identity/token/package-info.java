/** Tokens: their claims, the key that signs them, the grants that they come of, and how this service checks its own. */
@NullMarked
package org.dermarium.identity.token;

import org.jspecify.annotations.NullMarked;
