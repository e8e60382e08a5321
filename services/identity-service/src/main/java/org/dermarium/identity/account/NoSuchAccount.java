package org.dermarium.identity.account;

/** No account has the number. */
class NoSuchAccount extends RuntimeException {

    NoSuchAccount() {
        super("Not Found", null, false, false);
    }
}
