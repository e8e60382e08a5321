package org.dermarium.challenge.team;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import org.dermarium.apidocs.Refuses;
import org.dermarium.challenge.challenge.Challenge;
import org.dermarium.challenge.challenge.Challenges;
import org.dermarium.input.Line;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class TeamController {

    /** An open invitation costs somebody's attention. */
    private static final int OPEN_INVITATIONS = 20;

    private final Teams teams;
    private final Challenges challenges;
    private final Clock clock;

    TeamController(Teams teams, Challenges challenges, Clock clock) {
        this.teams = teams;
        this.challenges = challenges;
        this.clock = clock;
    }

    record InvitationIn(@NotNull @Line @EmailAddress String email) {}

    @GetMapping("/api/v2/challenges/{slug}/teams/")
    @Operation(summary = "The caller's team in a challenge; all of them for staff")
    Mono<Page<TeamOut>> list(@PathVariable String slug, Caller.Member member, PageRequest request) {
        return challenges
                .visible(member, slug)
                .flatMap(challenge -> teams.page(member, challenge.id(), request))
                .map(page -> page.map(TeamOut::of));
    }

    @PostMapping("/api/v2/challenges/{slug}/teams/")
    @ResponseStatus(HttpStatus.CREATED)
    @Refuses(403)
    @Operation(summary = "Found a team, with up to three invitations; one person is in one team of a challenge")
    Mono<TeamOut> create(@PathVariable String slug, Caller.Member creator, @RequestBody Mono<NewTeamIn> body) {
        return challenges
                .visible(creator, slug)
                .doOnNext(this::checkTeamsMayChange)
                .flatMap(challenge -> body.doOnNext(
                                in -> in.addresses().forEach(address -> checkNotOwn(creator, address)))
                        .flatMap(in -> teams.add(creator, challenge.id(), in)))
                .flatMap(id -> teams.visible(creator, id))
                .map(TeamOut::of);
    }

    @GetMapping("/api/v2/teams/{id}/")
    @Operation(summary = "A team, for its members")
    Mono<TeamOut> one(@PathVariable long id, Caller.Member member) {
        return teams.visible(member, id).map(TeamOut::of);
    }

    @PatchMapping("/api/v2/teams/{id}/")
    @Refuses(403)
    @Operation(summary = "Edit a team; what is not sent stays")
    Mono<TeamOut> edit(@PathVariable long id, Caller.Member member, @RequestBody Mono<TeamIn> body) {
        return changeable(member, id)
                .flatMap(team -> body.flatMap(changes -> teams.edit(id, changes)))
                .then(Mono.defer(() -> teams.visible(member, id)))
                .map(TeamOut::of);
    }

    @PostMapping("/api/v2/teams/{id}/invitations/")
    @ResponseStatus(HttpStatus.CREATED)
    @Refuses(403)
    @Operation(operationId = "inviteToTeam", summary = "Invite somebody by e-mail address")
    Mono<TeamOut> invite(@PathVariable long id, Caller.Member sender, @RequestBody Mono<InvitationIn> body) {
        return changeable(sender, id)
                .flatMap(team -> body.flatMap(in -> {
                    checkMayBeInvited(team, in.email());
                    return teams.invite(sender, id, List.of(in.email()));
                }))
                .then(Mono.defer(() -> teams.visible(sender, id)))
                .map(TeamOut::of);
    }

    @GetMapping("/api/v2/team-invitations/")
    @Operation(summary = "Open invitations to the caller's e-mail address")
    Flux<Invitation> invitations(Caller.Member member) {
        return teams.invitations(member.email());
    }

    @PostMapping("/api/v2/team-invitations/{id}/accept/")
    @Refuses(403)
    @Operation(summary = "Join the team that invited the caller")
    Mono<TeamOut> accept(@PathVariable long id, Caller.Member member) {
        return teams.invitations(member.email())
                .filter(invitation -> invitation.id() == id)
                .next()
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .flatMap(invitation -> challenges
                        .visible(member, invitation.challenge())
                        .doOnNext(this::checkTeamsMayChange)
                        .then(Mono.defer(() -> teams.accept(member, invitation))))
                .map(TeamOut::of);
    }

    private Mono<Team> changeable(Caller.Member member, long id) {
        return teams.visible(member, id)
                .flatMap(team -> challenges
                        .visible(member, team.challenge())
                        .doOnNext(this::checkTeamsMayChange)
                        .thenReturn(team));
    }

    private void checkTeamsMayChange(Challenge challenge) {
        challenge.checkTeamsMayChange(clock.instant());
    }

    private static void checkMayBeInvited(Team team, String email) {
        if (team.hasAddress(email)) {
            throw Refusal.rule("Somebody with this address is in the team already.");
        }
        if (team.invited(email)) {
            throw Refusal.rule("This address is invited already.");
        }
        if (team.invitations().size() >= OPEN_INVITATIONS) {
            throw Refusal.rule("The team has " + OPEN_INVITATIONS + " open invitations; wait for answers first.");
        }
    }

    private static void checkNotOwn(Caller.Member creator, String address) {
        if (address.equalsIgnoreCase(creator.email())) {
            throw Refusal.rule("Somebody with this address is in the team already.");
        }
    }
}
