package org.dermarium.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.identity.CommandLine.claims;
import static org.dermarium.identity.CommandLine.json;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dermarium.events.TokenRevoked;
import org.dermarium.events.User;
import org.dermarium.events.bus.EventType;
import org.dermarium.identity.CommandLine;
import org.dermarium.identity.RunningIdentity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RightsIT extends RunningIdentity {

    private static final String RESEARCHER = "researcher@example.org";

    private String staff = "";

    @BeforeEach
    void signIn() {
        staff = token("staff@example.org", true);
    }

    @Test
    void signsOutEverywhereWhoLosesTheRole() {
        String asStaff = token(RESEARCHER, true);
        var program =
                json(commandLine.exchange(CommandLine.codeFor(browser, RESEARCHER, PASSWORD), CommandLine.VERIFIER));
        String access = program.path("access_token").asString();
        long id = id(asStaff);

        var answer = change(staff, id, "{\"is_staff\": false}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("is_staff").asBoolean()).isFalse();
        assertThat(json(answer).path("is_active").asBoolean()).isTrue();
        assertThat(commandLine.me(asStaff).statusCode()).isEqualTo(401);
        assertThat(commandLine.me(access).statusCode()).isEqualTo(401);
        assertThat(commandLine.refresh(program.path("refresh_token").asString()).statusCode())
                .isEqualTo(400);
        for (String token : List.of(asStaff, access)) {
            String sid = claims(token).path("sid").asString();
            ISOLATION
                    .topics()
                    .awaitEvent(
                            EventType.TOKEN_REVOKED,
                            TokenRevoked.class,
                            revoked -> revoked.sid().equals(sid));
        }
        ISOLATION.topics().awaitEvent(EventType.USER_CHANGED, User.class, user -> user.id() == id && !user.staff());
        assertThat(database.queryForObject(
                        "select count(*) from account_change where account = ? and changed_by = ?",
                        Integer.class,
                        id,
                        id(staff)))
                .isPositive();
    }

    @Test
    void closesAnAccountAndOpensItAgain() {
        String token = token("participant@example.org", false);
        long id = id(token);

        assertThat(change(staff, id, "{\"is_active\": false}").statusCode()).isEqualTo(200);
        assertThat(commandLine.me(token).statusCode()).isEqualTo(401);
        assertThat(browser.signIn("participant@example.org", PASSWORD).uri().toString())
                .contains("error");

        var opened = change(staff, id, "{\"is_active\": true}");

        assertThat(json(opened).path("is_active").asBoolean()).isTrue();
        assertThat(commandLine.me(token).statusCode()).as("of before").isEqualTo(401);
        assertThat(commandLine.me(token("participant@example.org", false)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void keepsItsLastStaff() {
        change(staff, id(token(RESEARCHER, true)), "{\"is_staff\": false}");

        for (String change : List.of("{\"is_staff\": false}", "{\"is_active\": false}")) {
            var refused = change(staff, id(staff), change);

            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(json(refused).path("error").asString()).contains("only active staff");
        }
        assertThat(commandLine.me(staff).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsOneOfTwoWhoTakeEachOthersRole() {
        String other = token(RESEARCHER, true);
        long one = id(staff);
        long two = id(other);

        var first = CompletableFuture.supplyAsync(() -> change(staff, two, "{\"is_staff\": false}"));
        change(other, one, "{\"is_staff\": false}");
        first.join();

        assertThat(database.queryForObject("select count(*) from account where staff and active", Integer.class))
                .isEqualTo(1);
        database.update("update account set staff = true where id = ?", one);
    }

    @Test
    void isForStaffAlone() {
        String member = token(CONTRIBUTOR, false);

        assertThat(change(member, id(member), "{\"is_staff\": true}").statusCode())
                .isEqualTo(401);
        assertThat(change("", id(member), "{\"is_staff\": true}").statusCode()).isEqualTo(401);
        assertThat(commandLine
                        .send("GET", "/api/v2/users/" + id(staff) + "/", member)
                        .statusCode())
                .isEqualTo(401);
        assertThat(json(commandLine.me(member)).path("is_staff").asBoolean()).isFalse();
    }

    @Test
    void knowsNoAccountOfThisNumber() {
        assertThat(change(staff, 987_654_321L, "{\"is_staff\": true}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void leavesWhatIsNotSent() {
        String token = token(CONTRIBUTOR, false);

        assertThat(change(staff, id(token), "{}").statusCode()).isEqualTo(200);

        assertThat(commandLine.me(token).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> change(String token, long id, String json) {
        return commandLine.sendJson("PATCH", "/api/v2/users/" + id + "/", json, "Authorization", "Bearer " + token);
    }

    private long id(String token) {
        return claims(token).path("sub").asLong();
    }

    private String token(String email, boolean isStaff) {
        var answer = commandLine.postJson(
                "/oauth/demo-token/", "{\"email\": \"" + email + "\", \"staff\": " + isStaff + "}");
        return json(answer).path("access_token").asString();
    }
}
