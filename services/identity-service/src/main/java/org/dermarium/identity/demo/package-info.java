/** Accounts and tokens for trying the archive out; exists only where {@code dermarium.demo} is true. */
@NullMarked
package org.dermarium.identity.demo;

import org.jspecify.annotations.NullMarked;
