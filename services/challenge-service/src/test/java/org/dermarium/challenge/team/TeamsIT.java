package org.dermarium.challenge.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dermarium.challenge.ChallengeCase;
import org.dermarium.events.User;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.Test;

class TeamsIT extends ChallengeCase {

    @Test
    void invitesByAddressAndLetsTheInvitedJoin() {
        String slug = challenge();
        long founder = number();
        long invited = number();
        long stranger = number();
        var body = Map.of("name", "Sharp Eyes", "institution", "Lakeside", "invite", List.of(address(invited)));
        var team = post(member(founder), "challenges/" + slug + "/teams/", body).expect(201);
        assertThat(texts(team.get("members"), "name")).containsExactly("member" + founder);
        assertThat(team.get("invitations").toString()).contains(address(invited));

        assertThat(get(member(stranger), "team-invitations/").expect(200).body())
                .isEmpty();
        var invitation = get(member(invited), "team-invitations/").body().get(0);
        assertThat(invitation.get("team_name").asString()).isEqualTo("Sharp Eyes");
        assertThat(invitation.get("sender").asString()).isEqualTo("member" + founder);
        String accept = "team-invitations/" + invitation.get("id").asLong() + "/accept/";
        post(member(stranger), accept, null).expect(404);
        post(ANYBODY, accept, null).expect(401);
        var joined = post(member(invited), accept, null).expect(200);
        assertThat(joined.get("members")).hasSize(2);
        assertThat(joined.get("invitations")).isEmpty();
        post(member(invited), accept, null).expect(404);
        assertThat(get(ANYBODY, "challenges/" + slug + "/").get("teams_count").asInt())
                .isEqualTo(1);
        assertThat(get(member(invited), "challenges/" + slug + "/teams/")
                        .get("count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void keepsTeamsFromStrangers() {
        String slug = challenge();
        long founder = number();
        long team = team(slug, founder);
        get(member(number()), "teams/" + team + "/").expect(404);
        get(staff(), "teams/" + team + "/").expect(200);
        String stranger = member(number());
        patch(stranger, "teams/" + team + "/", Map.of("name", "Taken over")).expect(404);
        post(stranger, "teams/" + team + "/invitations/", Map.of("email", "a@example.org"))
                .expect(404);
        get(ANYBODY, "teams/" + team + "/").expect(401);
        assertThat(get(stranger, "challenges/" + slug + "/teams/").get("results"))
                .isEmpty();
    }

    @Test
    void refusesNamesAndAddressesThatAreNone() {
        String slug = challenge();
        String path = "challenges/" + slug + "/teams/";
        long founder = number();
        post(ANYBODY, path, Map.of("name", "x")).expect(401);
        post(member(founder), path, Map.of()).expect(422).saying("name");
        post(member(founder), path, Map.of("name", " \t ")).expect(422).saying("string_too_short");
        post(member(founder), path, Map.of("name", "n".repeat(101))).expect(422).saying("string_too_long");
        post(member(founder), path, Map.of("name", "x", "institution_url", "javascript:alert(1)"))
                .expect(422)
                .saying("institution_url");
        post(member(founder), path, Map.of("name", "x", "invite", List.of("nobody")))
                .expect(422)
                .saying("invite");
        var four = List.of("a@example.org", "b@example.org", "c@example.org", "d@example.org");
        post(member(founder), path, Map.of("name", "x", "invite", four))
                .expect(422)
                .saying("at most 3 items");
        post(member(founder), path, Map.of("name", "x", "invite", List.of(address(founder))))
                .expect(400)
                .saying("in the team already");

        post(member(founder), path, Map.of("name", "Únique")).expect(201);
        post(member(number()), path, Map.of("name", " úNIQUE ")).expect(400).saying("already exists");
        post(member(founder), path, Map.of("name", "Second")).expect(400).saying("in a team of this challenge already");
        assertThat(count("select count(*) from team where name = 'Second'")).isZero();
    }

    @Test
    void editsTeamsAndInvitesMore() {
        String slug = challenge();
        long founder = number();
        long team = team(slug, founder);
        String path = "teams/" + team + "/";
        String name = get(member(founder), path).get("name").asString();
        patch(member(founder), path, Map.of("name", name, "institution_url", "https://clinic.example.org/"))
                .expect(200);
        post(member(founder), path + "invitations/", Map.of("email", "New@Example.org"))
                .expect(201)
                .saying("New@Example.org");
        post(member(founder), path + "invitations/", Map.of("email", "new@example.ORG"))
                .expect(400)
                .saying("invited already");
        post(member(founder), path + "invitations/", Map.of("email", address(founder)))
                .expect(400)
                .saying("in the team already");
        post(member(founder), path + "invitations/", Map.of("email", "a b@c.d")).expect(422);
    }

    @Test
    void formsNoTeamsOnceTheChallengeIsClosed() {
        Instant opens = Instant.now().plus(Duration.ofHours(1));
        String slug = challenge(opens, opens.plus(Duration.ofHours(1)));
        assertThat(get(ANYBODY, "challenges/" + slug + "/").get("state").asString())
                .isEqualTo("upcoming");
        long founder = number();
        long team = team(slug, founder);
        clock().forward(Duration.ofHours(3));
        assertThat(get(ANYBODY, "challenges/" + slug + "/").get("state").asString())
                .isEqualTo("closed");
        post(member(number()), "challenges/" + slug + "/teams/", Map.of("name", "Late"))
                .expect(403)
                .saying("closed at");
        patch(member(founder), "teams/" + team + "/", Map.of("name", "Late")).expect(403);
    }

    @Test
    void showsMembersAsIdentityNamesThem() {
        long founder = number();
        long team = team(challenge(), founder);
        topics().publish(
                        EventType.USER_REGISTERED,
                        new User(founder, 1, address(founder), "Ada", "Lovelace", false, true, Instant.EPOCH));
        Eventually.until(
                "the name is heard of",
                () -> texts(get(member(founder), "teams/" + team + "/").get("members"), "name")
                        .equals(List.of("Ada Lovelace")));
    }
}
