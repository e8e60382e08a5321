package org.dermarium.challenge.team;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.dermarium.challenge.input.Fields;
import org.dermarium.web.Required;
import org.jspecify.annotations.Nullable;

/**
 * A team as its members write it; when it is edited, what is not there stays.
 *
 * @param invite addresses of others, on creation only
 */
record TeamIn(
        @Nullable String name,
        @Nullable String institution,
        @Nullable String institutionUrl,
        @Nullable List<@Nullable String> invite) {

    private static final int NAME = 100;
    private static final int URL = 255;
    private static final int INVITED_AT_ONCE = 3;

    TeamIn complete() {
        Required.fields().of("name", name).check();
        return new TeamIn(
                        name,
                        Objects.requireNonNullElse(institution, ""),
                        Objects.requireNonNullElse(institutionUrl, ""),
                        Objects.requireNonNullElse(invite, List.of()))
                .checked();
    }

    TeamIn checked() {
        var fields = new Fields();
        var checked = new TeamIn(
                fields.optional("name", name, 1, NAME),
                fields.optional("institution", institution, 0, NAME),
                fields.optional("institution_url", institutionUrl, 0, URL),
                invite == null ? null : checked(fields, invite));
        if (checked.institutionUrl != null && !checked.institutionUrl.isEmpty() && !isWeb(checked.institutionUrl)) {
            fields.problem("institution_url", "Should be an address that begins with http:// or https://.");
        }
        fields.check();
        return checked;
    }

    /** Of those to invite. */
    List<String> addresses() {
        return invite == null
                ? List.of()
                : invite.stream().map(Objects::requireNonNull).toList();
    }

    private static List<@Nullable String> checked(Fields fields, List<@Nullable String> given) {
        if (given.size() > INVITED_AT_ONCE) {
            fields.problem("invite", "At most " + INVITED_AT_ONCE + " addresses at once.");
            return List.of();
        }
        Set<String> seen = new TreeSet<>();
        List<@Nullable String> addresses = new ArrayList<>();
        for (String text : given) {
            String address = Email.checked(fields, "invite", Objects.requireNonNullElse(text, ""));
            if (seen.add(address.toLowerCase(Locale.ROOT))) {
                addresses.add(address);
            }
        }
        return addresses;
    }

    /** ShownText to everybody as a link: nothing else may be behind it. */
    private static boolean isWeb(String text) {
        try {
            var address = new URI(text);
            return address.getHost() != null
                    && ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
