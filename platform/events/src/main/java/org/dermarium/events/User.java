package org.dermarium.events;

import java.time.Instant;

/** An account, without anything secret. */
public record User(
        long id,
        long version,
        String email,
        String firstName,
        String lastName,
        boolean staff,
        boolean active,
        Instant createdAt)
        implements Aggregate {

    @Override
    public String key() {
        return Long.toString(id);
    }
}
