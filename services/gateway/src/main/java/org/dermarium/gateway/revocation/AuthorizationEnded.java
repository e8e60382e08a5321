package org.dermarium.gateway.revocation;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The authorization in whose name an answer was being sent was revoked. */
public class AuthorizationEnded extends ResponseStatusException {

    private static final long serialVersionUID = 1L;

    public AuthorizationEnded() {
        super(HttpStatus.UNAUTHORIZED);
    }
}
