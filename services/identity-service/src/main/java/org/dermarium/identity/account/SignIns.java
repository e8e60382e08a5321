package org.dermarium.identity.account;

/** All that somebody signed in with: sessions of browsers, tokens of programs. */
public interface SignIns {

    /** Ends them all in the caller's transaction, and tells the services of each. */
    void endAll(long account);
}
