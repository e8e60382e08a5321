package org.dermarium.e2e.rights;

import java.net.http.HttpRequest;
import java.util.List;

/** What a request shows of who asks; kept by the test after the right has ended, as a thief or a script would keep it. */
record Credentials(List<String> headers) {

    static final Credentials NONE = new Credentials(List.of());

    static Credentials token(String token) {
        return new Credentials(List.of("Authorization", "Bearer " + token));
    }

    /** Of our own pages, whose requests say that no other site sent them. */
    static Credentials session(String cookie) {
        return new Credentials(List.of("Cookie", cookie, "X-Dermarium-CSRF", "1"));
    }

    HttpRequest.Builder on(HttpRequest.Builder request) {
        return headers.isEmpty() ? request : request.headers(headers.toArray(String[]::new));
    }
}
