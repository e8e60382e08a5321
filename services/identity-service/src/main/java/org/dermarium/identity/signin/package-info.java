/** Signing in with e-mail and password: the check, its brake on guessing, and the pages. */
@NullMarked
package org.dermarium.identity.signin;

import org.jspecify.annotations.NullMarked;
