package org.dermarium.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dermarium.embedded.fleet.CannotStart;
import org.dermarium.embedded.service.Instance;
import org.dermarium.embedded.service.Service;

/** Asks identity for a bearer token; it gives them away without a password only in the embedded default. */
record Token(Installation installation) {

    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    /** From whichever instance of identity answers first. */
    String of(String email) throws InterruptedException {
        var silent = new ArrayList<Integer>();
        for (Instance identity : Service.IDENTITY.instances(installation.instances())) {
            int port = identity.port(installation.ports());
            try {
                return ask(port, email);
            } catch (IOException away) {
                silent.add(port);
            }
        }
        throw new CannotStart("Identity does not answer on port " + silent + "; is it up? ./dermarium status");
    }

    private static String ask(int port, String email) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + "/oauth/demo-token");
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(uri)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"email\":\"" + escaped(email) + "\"}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            Matcher token = ACCESS_TOKEN.matcher(answer.body());
            if (answer.statusCode() != 200 || !token.find()) {
                throw new CannotStart("No token for %s: identity answered %d %s"
                        .formatted(email, answer.statusCode(), answer.body()));
            }
            return token.group(1);
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
