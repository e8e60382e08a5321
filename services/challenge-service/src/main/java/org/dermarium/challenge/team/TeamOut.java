package org.dermarium.challenge.team;

import java.util.List;

/** A team as its members see it. */
public record TeamOut(
        long id,
        String challenge,
        String name,
        String institution,
        String institutionUrl,
        List<MemberOut> members,
        List<String> invitations) {

    /** A member without the address. */
    public record MemberOut(long id, String name) {}

    public static TeamOut of(Team team) {
        return new TeamOut(
                team.id(),
                team.challenge(),
                team.name(),
                team.institution(),
                team.institutionUrl(),
                team.members().stream()
                        .map(member -> new MemberOut(member.id(), member.name()))
                        .toList(),
                team.invitations());
    }
}
