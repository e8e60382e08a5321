package org.dermarium.challenge.team;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.TreeSet;
import org.dermarium.input.Line;
import org.dermarium.input.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * A team as its first member makes it.
 *
 * @param invite addresses of others
 */
record NewTeamIn(
        @NotNull @Line @Size(min = 1, max = TeamIn.NAME) String name,

        @Nullable @Line @Size(max = TeamIn.NAME) String institution,

        @Nullable @Line @Size(max = TeamIn.ADDRESS) @WebAddress
        String institutionUrl,

        @Nullable @Line @Size(max = NewTeamIn.INVITED_AT_ONCE)
        List<@NotNull @EmailAddress String> invite) {

    static final int INVITED_AT_ONCE = 3;

    TeamIn team() {
        return new TeamIn(name, requireNonNullElse(institution, ""), requireNonNullElse(institutionUrl, ""));
    }

    /** Of those to invite, each once. */
    List<String> addresses() {
        var addresses = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        addresses.addAll(requireNonNullElse(invite, List.of()));
        return List.copyOf(addresses);
    }
}
