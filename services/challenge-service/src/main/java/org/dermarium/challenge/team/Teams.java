package org.dermarium.challenge.team;

import static org.dermarium.store.R2dbcValues.at;
import static org.dermarium.store.R2dbcValues.bind;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import org.dermarium.challenge.access.SqlVisibility;
import org.dermarium.challenge.known.People;
import org.dermarium.store.BrokenRule;
import org.dermarium.store.R2dbcPaging;
import org.dermarium.store.SqlCondition;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The teams. */
@Repository
public class Teams {

    private static final String INVITATIONS = """
            select i.id, i.team, m.name as team_name, c.slug, c.name as challenge_name, i.created_at,
              coalesce((select p.name from person p where p.id = i.sender), '') as sender_name
            from team_invitation i join team m on m.id = i.team join challenge c on c.id = m.challenge
            where lower(i.email) = lower(:email) and not c.hidden order by i.id desc""";

    private static final String OWN = """
            exists (select from team_member tm where tm.team = m.id and tm.person = :caller)
            and m.challenge = :challenge""";

    private static final String ADD = """
            insert into team (challenge, name, institution, institution_url, creator)
            values (:challenge, :name, :institution, :url, :creator) returning id""";

    private static final String EDIT = """
            update team set name = coalesce(:name, name), institution = coalesce(:institution, institution),
              institution_url = coalesce(:url, institution_url) where id = :id""";

    private static final String JOIN = """
            insert into team_member (team, person, challenge)
            select id, :person, challenge from team where id = :team""";

    private static final String INVITE = """
            insert into team_invitation (team, sender, email)
            select :team, :sender, unnest(:emails::text[])""";

    private final DatabaseClient db;
    private final People people;
    private final TransactionalOperator transaction;

    Teams(DatabaseClient db, People people, TransactionalOperator transaction) {
        this.db = db;
        this.people = people;
        this.transaction = transaction;
    }

    /** One of the caller's, or any for staff; {@link org.dermarium.web.Refusal} for others. */
    public Mono<Team> visible(Caller caller, long id) {
        return select(SqlVisibility.teams(caller)
                        .and(SqlVisibility.challenges(caller))
                        .and(SqlCondition.of("m.id = :id", "id", id)))
                .map(SqlTeams::read)
                .one()
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    /** Those of a challenge that the caller may see. */
    public Mono<Page<Team>> page(Caller caller, long challenge, PageRequest request) {
        SqlCondition wanted =
                SqlVisibility.teams(caller).and(SqlCondition.of("m.challenge = :challenge", "challenge", challenge));
        Mono<Long> count = wanted.bindTo(db.sql("select count(*) as n from team m where " + wanted.text()))
                .map(row -> number(row, "n"))
                .one();
        return R2dbcPaging.page(request, paging -> rows(wanted, paging), count, Team::id);
    }

    private Flux<Team> rows(SqlCondition wanted, R2dbcPaging paging) {
        String sql = "select * from (" + SqlTeams.SELECT + wanted.text() + ") x where " + paging.condition()
                + paging.order();
        return paging.bind(wanted.bindTo(db.sql(sql))).map(SqlTeams::read).all();
    }

    /** The caller's team in a challenge, or empty. */
    public Mono<Team> of(Caller.Member member, long challenge) {
        return select(new SqlCondition(OWN, Map.of("caller", member.id(), "challenge", challenge)))
                .map(SqlTeams::read)
                .one();
    }

    private GenericExecuteSpec select(SqlCondition wanted) {
        return wanted.bindTo(db.sql(SqlTeams.SELECT + wanted.text()));
    }

    /** A new team with its first member. */
    public Mono<Long> add(Caller.Member creator, long challenge, NewTeamIn in) {
        var statement = db.sql(ADD).bind("challenge", challenge).bind("creator", creator.id());
        return values(statement, in.team())
                .map(row -> number(row, "id"))
                .one()
                .flatMap(id -> join(creator, id)
                        .then(Mono.defer(() -> invite(creator, id, in.addresses())))
                        .thenReturn(id))
                .onErrorMap(DataIntegrityViolationException.class, Teams::refusal)
                .as(transaction::transactional);
    }

    public Mono<Void> edit(long id, TeamIn changes) {
        var statement = db.sql(EDIT).bind("id", id);
        return values(statement, changes).then().onErrorMap(DataIntegrityViolationException.class, Teams::refusal);
    }

    private static GenericExecuteSpec values(GenericExecuteSpec statement, TeamIn in) {
        var spec = bind(statement, "name", in.name(), String.class);
        spec = bind(spec, "institution", in.institution(), String.class);
        return bind(spec, "url", in.institutionUrl(), String.class);
    }

    private Mono<Void> join(Caller.Member member, long team) {
        return people.note(member)
                .then(db.sql(JOIN)
                        .bind("person", member.id())
                        .bind("team", team)
                        .then());
    }

    public Mono<Void> invite(Caller.Member sender, long team, List<String> emails) {
        return db.sql(INVITE)
                .bind("team", team)
                .bind("sender", sender.id())
                .bind("emails", emails.toArray(String[]::new))
                .then()
                .onErrorMap(DataIntegrityViolationException.class, Teams::refusal);
    }

    /** Open invitations to this address, newest first. */
    public Flux<Invitation> invitations(String email) {
        return db.sql(INVITATIONS).bind("email", email).map(Teams::invitation).all();
    }

    /** The team that the caller is in from now on; the invitation is used up. */
    public Mono<Team> accept(Caller.Member member, Invitation invitation) {
        return db.sql("delete from team_invitation where id = :id")
                .bind("id", invitation.id())
                .fetch()
                .rowsUpdated()
                .flatMap(used -> used == 0 ? Mono.<Void>error(Refusal.notFound()) : join(member, invitation.team()))
                .onErrorMap(DataIntegrityViolationException.class, Teams::refusal)
                .as(transaction::transactional)
                .then(Mono.defer(() -> visible(member, invitation.team())));
    }

    private static Throwable refusal(DataIntegrityViolationException broken) {
        return switch (BrokenRule.name(broken)) {
            case "team_name" -> Refusal.rule("A team with this name already exists.");
            case "team_member_once" -> Refusal.rule("You are in a team of this challenge already.");
            case "team_invitation_once" -> Refusal.rule("This address is invited already.");
            default -> broken;
        };
    }

    private static Invitation invitation(Readable row) {
        return new Invitation(
                number(row, "id"),
                number(row, "team"),
                text(row, "team_name"),
                text(row, "slug"),
                text(row, "challenge_name"),
                text(row, "sender_name"),
                at(row, "created_at"));
    }
}
