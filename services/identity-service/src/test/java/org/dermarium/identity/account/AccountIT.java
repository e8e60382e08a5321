package org.dermarium.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.identity.CommandLine.json;

import java.util.List;
import org.dermarium.identity.RunningIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountIT extends RunningIdentity {

    @Test
    void showsPeopleThemselves() {
        var me = json(commandLine.me(token("researcher@example.org")));

        assertThat(me.path("id").asLong()).isPositive();
        assertThat(me.path("first_name").asString()).isEqualTo("Robin");
        assertThat(me.path("full_name").asString()).isEqualTo("Robin Researcher");
        assertThat(me.path("hash_id").asString()).hasSize(5);
        assertThat(me.path("created").asString()).endsWith("Z");
        assertThat(me.path("is_staff").asBoolean()).isFalse();
        assertThat(me.has("accepted_terms")).isTrue();
    }

    @Test
    void remembersTheFirstAcceptanceOfTheTerms() {
        String token = token("participant@example.org");
        assertThat(json(commandLine.me(token)).path("accepted_terms").isNull()).isTrue();

        assertThat(commandLine.send("PUT", "/api/v2/users/accept-terms/", token).body())
                .isEqualTo("{}");
        String first = json(commandLine.me(token)).path("accepted_terms").asString();
        commandLine.send("PUT", "/api/v2/users/accept-terms/", token);

        assertThat(json(commandLine.me(token)).path("accepted_terms").asString())
                .isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/users/me/", "/api/v2/autocomplete/user/?query=exa"})
    void tellsNobodyNothing(String path) {
        var answer = commandLine.send("GET", path, "");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Unauthorized\"}");
    }

    @Test
    void suggestsPeopleToStaffOnly() {
        String path = "/api/v2/autocomplete/user/?query=RESEARCHER@";

        assertThat(commandLine.send("GET", path, token(CONTRIBUTOR)).statusCode())
                .isEqualTo(401);
        var people = json(commandLine.send("GET", path, token("staff@example.org")));
        assertThat(people).hasSize(1);
        assertThat(people.get(0).path("email").asString()).isEqualTo("researcher@example.org");
        assertThat(people.get(0).propertyNames()).containsExactly("id", "email", "first_name", "last_name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/users/me/", "/accounts/login", "/oauth/authorize", "/oauth/jwks"})
    void survivesFilesThatHaveNoBoundary(String path) {
        for (String method : List.of("GET", "POST")) {
            assertThat(commandLine.sendAs(method, path, "multipart/form-data").statusCode())
                    .isLessThan(500);
        }
    }

    @Test
    void refusesCharactersThatNoTextMayHold() {
        String staff = token("staff@example.org");
        var hidden = commandLine.send("GET", "/api/v2/autocomplete/user/?query=ab%E2%80%AEc", staff);
        assertThat(hidden.statusCode()).isEqualTo(422);
        assertThat(hidden.body()).contains("U+202E").contains("\"query\",\"query\"");
        assertThat(commandLine
                        .send("GET", "/api/v2/autocomplete/user/?query=abc%00", staff)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void takesPatternsLiterally() {
        assertThat(json(commandLine.send(
                        "GET", "/api/v2/autocomplete/user/?query=%25%25%25", token("staff@example.org"))))
                .isEmpty();
    }

    @Test
    void refusesShortAndMissingQueries() {
        String staff = token("staff@example.org");

        var tooShort = commandLine.send("GET", "/api/v2/autocomplete/user/?query=ab", staff);
        var missing = commandLine.send("GET", "/api/v2/autocomplete/user/", staff);

        assertThat(tooShort.statusCode()).isEqualTo(422);
        assertThat(json(tooShort).at("/detail/0/type").asString()).isEqualTo("string_too_short");
        assertThat(json(missing).at("/detail/0/loc").toString()).isEqualTo("[\"query\",\"query\"]");
    }

    @Test
    void answersAWrongMethodInPlainText() {
        var answer = commandLine.send("POST", "/api/v2/users/me/", token(CONTRIBUTOR));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).isEqualTo("Method not allowed");
    }

    @Test
    void givesDemoTokensOnlyToDirectCallers() {
        var answer = commandLine.postJson(
                "/oauth/demo-token/", "{\"email\": \"" + CONTRIBUTOR + "\"}", "X-Forwarded-For", "127.0.0.1");

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    private String token(String email) {
        var answer = commandLine.postJson("/oauth/demo-token/", "{\"email\": \"" + email + "\"}");
        return json(answer).path("access_token").asString();
    }
}
