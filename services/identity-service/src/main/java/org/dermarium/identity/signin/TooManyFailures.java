package org.dermarium.identity.signin;

import org.springframework.security.core.AuthenticationException;

/** So many sign-ins failed lately that the next one is not even looked at. */
class TooManyFailures extends AuthenticationException {

    TooManyFailures() {
        super("too many failed sign-ins");
    }
}
