package org.dermarium.identity.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account as its owner sees it: {@code UserOut} of the REST contract, and the role beside it. */
record AccountOut(
        long id,
        String email,
        @JsonProperty("first_name") String firstName,
        @JsonProperty("last_name") String lastName,
        Instant created,
        @JsonProperty("accepted_terms") @Nullable Instant acceptedTerms,
        @JsonProperty("hash_id") String hashId,
        @JsonProperty("full_name") String fullName,
        @JsonProperty("is_staff") boolean staff) {

    static AccountOut of(Account account) {
        return new AccountOut(
                account.id(),
                account.email(),
                account.firstName(),
                account.lastName(),
                account.createdAt(),
                account.acceptedTermsAt(),
                account.hashId(),
                account.fullName(),
                account.staff());
    }

    /** What staff may change of an account, and whose it is. */
    record Rights(
            long id,
            String email,
            @JsonProperty("full_name") String fullName,
            @JsonProperty("is_staff") boolean staff,
            @JsonProperty("is_active") boolean active) {

        static Rights of(Account account) {
            return new Rights(account.id(), account.email(), account.fullName(), account.staff(), account.active());
        }
    }

    /** What staff are shown of others while they type a name. */
    record Suggestion(
            long id,
            String email,
            @JsonProperty("first_name") String firstName,
            @JsonProperty("last_name") String lastName) {

        static Suggestion of(Account account) {
            return new Suggestion(account.id(), account.email(), account.firstName(), account.lastName());
        }
    }
}
