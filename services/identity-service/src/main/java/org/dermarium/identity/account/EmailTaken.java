package org.dermarium.identity.account;

/** Another account has this e-mail address. */
public class EmailTaken extends RuntimeException {

    EmailTaken(Throwable cause) {
        super("another account has this e-mail address", cause);
    }
}
