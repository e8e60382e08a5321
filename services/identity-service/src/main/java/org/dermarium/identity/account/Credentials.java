package org.dermarium.identity.account;

/** An account with the encoded password that opens it. */
public record Credentials(Account account, String passwordHash) {}
