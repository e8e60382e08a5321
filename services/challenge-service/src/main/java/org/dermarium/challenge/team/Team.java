package org.dermarium.challenge.team;

import java.util.List;
import java.util.Locale;

/**
 * People who answer the tasks of a challenge together; all members may do the same.
 *
 * @param challenge the slug of its challenge
 * @param invitations addresses that have not been answered yet
 */
public record Team(
        long id,
        long challengeId,
        String challenge,
        String name,
        String institution,
        String institutionUrl,
        List<Member> members,
        List<String> invitations) {

    /** Somebody of the team, as the others see him. */
    public record Member(long id, String name, String email) {}

    public boolean has(long person) {
        return members.stream().anyMatch(member -> member.id() == person);
    }

    boolean hasAddress(String email) {
        return members.stream().anyMatch(member -> same(member.email(), email));
    }

    boolean invited(String email) {
        return invitations.stream().anyMatch(invited -> same(invited, email));
    }

    private static boolean same(String email, String other) {
        return email.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
