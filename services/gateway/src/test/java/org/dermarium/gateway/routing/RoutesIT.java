package org.dermarium.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.dermarium.gateway.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesIT extends RunningGateway {

    @ParameterizedTest
    @CsvSource({
        "GET, /oauth/authorize?x=1, identity",
        "GET, /oauth/authorize/, identity",
        "POST, /oauth/token/, identity",
        "GET, /oauth/.well-known/openid-configuration, identity",
        "GET, /accounts/login, identity",
        "GET, /api/v2/users/me/, identity",
        "GET, /api/v2/autocomplete/user/?query=abc, identity",
        "POST, /api/v2/accessions/, ingest",
        "GET, /api/v2/cohorts/5/events/, ingest",
        "GET, /api/v2/contributors/, ingest",
        "POST, /api/v2/metadata-files/3/update_metadata/, ingest",
        "POST, /api/v2/zip-uploads/, ingest",
        "POST, /api/v2/s3-upload/finalize/, ingest",
        "POST, /api/v2/images/release/, ingest",
        "POST, /api/v2/images/withdraw/, ingest",
        "GET, /api/v2/autocomplete/cohort/?query=abc, ingest",
        "GET, /api/v2/images/search/?query=, search",
        "GET, /api/v2/images/search/size/, search",
        "GET, /api/v2/images/facets/, search",
        "GET, /api/v2/images/, catalog",
        "GET, /api/v2/images/ISIC_0000001/, catalog",
        "GET, /api/v2/images/release/, catalog",
        "POST, /api/v2/collections/1/populate-from-list/, catalog",
        "GET, /api/v2/lesions/, catalog",
        "POST, /api/v2/zip-download/url/, catalog",
        "GET, /download?zsid=x, catalog",
        "GET, /api/v2/zip-download/metadata-file/?token=x, catalog",
        "GET, /api/v2/zip-download/license-file/CC-0/, catalog",
        "GET, /files/images/x/ISIC_0000001.jpg, catalog",
        "GET, /api/v2/stats/, catalog",
        "GET, /api/v2/autocomplete/collection/?query=abc, catalog",
        "POST, /api/v2/doi/, doi",
        "POST, /api/v2/doi/naevi/publish/, doi",
        "GET, /doi/10.5072/dermarium.k3v9/, doi",
        "GET, /doi/assets/landing.css, doi",
        "GET, /api/v2/challenges/, challenge",
        "PUT, /api/v2/tasks/3/truth/, challenge",
        "PATCH, /api/v2/teams/2/, challenge",
        "POST, /api/v2/team-invitations/4/accept/, challenge",
        "POST, /api/v2/approaches/4/submissions/, challenge",
        "GET, /api/v2/submissions/7/events/, challenge",
        "GET, /api/v2/leaderboard/3/by-team/, challenge",
        "GET, /api/v2/leaderboard/3/events/, challenge"
    })
    void bringsEachPathToItsService(String method, String path, String service) {
        var answer = send(method, path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"service\":\"" + service + "\"}");
    }

    @Test
    void handsTheQueryOnAsItCame() {
        send("GET", "/api/v2/images/search/?query=age_approx%3A%5B5+TO+25%5D%20AND%20x&collections=1,2");

        assertThat(SEARCH.last().uri())
                .isEqualTo("/api/v2/images/search/?query=age_approx%3A%5B5+TO+25%5D%20AND%20x&collections=1,2");
    }

    @Test
    void handsTheTraceOn() {
        send("GET", "/api/v2/images/search/", "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");

        assertThat(SEARCH.last().headers().get("traceparent")).contains(TRACE);
    }

    @Test
    void asksTheStorageUnderItsOwnNameAndWithoutThePrefix() {
        send("GET", "/s3/dermarium-private/images/a%20b.jpg?X-Amz-Signature=abc%2F");

        assertThat(STORAGE.last().uri()).isEqualTo("/dermarium-private/images/a%20b.jpg?X-Amz-Signature=abc%2F");
        assertThat(STORAGE.last().headers().get("Host")).isEqualTo("127.0.0.1:" + STORAGE.port());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/files/",
                "/files/other/x/y.jpg",
                "/files/images/x",
                "/s3/",
                "/s3/dermarium-public",
                "/s3/dermarium-public/",
                "/api/v2/nothing/",
                "/oauth/demo-token/"
            })
    void knowsNoOtherPaths(String path) {
        var answer = send("GET", path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Not Found\"}");
        assertThat(STORAGE.seen()).isEmpty();
        assertThat(IDENTITY.seen()).isEmpty();
    }

    @Test
    void deletesNothingInTheStorage() {
        assertThat(send("DELETE", "/s3/dermarium-public/images/a.jpg").statusCode())
                .isEqualTo(404);
        assertThat(STORAGE.seen()).isEmpty();
    }
}
