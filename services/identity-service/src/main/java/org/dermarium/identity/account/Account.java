package org.dermarium.identity.account;

import java.time.Instant;
import org.dermarium.events.User;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in.
 *
 * @param hashId five letters and digits that name the account where its number shall not show
 * @param email in lower case, unique
 * @param version grows with every change
 */
public record Account(
        long id,
        String hashId,
        long version,
        String email,
        String firstName,
        String lastName,
        boolean staff,
        boolean active,
        Instant createdAt,
        @Nullable Instant acceptedTermsAt) {

    public String fullName() {
        return (firstName + " " + lastName).strip();
    }

    User published() {
        return new User(id, version, email, firstName, lastName, staff, active, createdAt);
    }
}
