package org.dermarium.identity.account;

/** The caller is nobody, or not staff where staff is asked for. */
class Unauthorized extends RuntimeException {

    Unauthorized() {
        super("Unauthorized");
    }
}
