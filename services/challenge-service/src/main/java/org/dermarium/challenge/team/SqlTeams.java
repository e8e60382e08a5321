package org.dermarium.challenge.team;

import static org.dermarium.store.R2dbcValues.get;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.stream.IntStream;

/** How rows of teams are read. */
final class SqlTeams {

    static final String SELECT = """
            select m.*, c.slug as challenge_slug,
              array(select person from team_member where team = m.id order by joined_at, person) as people,
              array(select coalesce(p.name, 'Member ' || tm.person) from team_member tm left join person p on p.id = tm.person
                    where tm.team = m.id order by tm.joined_at, tm.person) as names,
              array(select coalesce(p.email, '') from team_member tm left join person p on p.id = tm.person
                    where tm.team = m.id order by tm.joined_at, tm.person) as emails,
              array(select email from team_invitation where team = m.id order by id) as invitations
            from team m join challenge c on c.id = m.challenge where
            """;

    private SqlTeams() {}

    static Team read(Readable row) {
        Long[] people = get(row, "people", Long[].class);
        String[] names = get(row, "names", String[].class);
        String[] emails = get(row, "emails", String[].class);
        return new Team(
                number(row, "id"),
                number(row, "challenge"),
                text(row, "challenge_slug"),
                text(row, "name"),
                text(row, "institution"),
                text(row, "institution_url"),
                IntStream.range(0, people.length)
                        .mapToObj(i -> new Team.Member(people[i], names[i], emails[i]))
                        .toList(),
                List.of(get(row, "invitations", String[].class)));
    }
}
