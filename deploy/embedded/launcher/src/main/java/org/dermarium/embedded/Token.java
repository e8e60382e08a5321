package org.dermarium.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dermarium.embedded.process.CannotStart;
import org.dermarium.embedded.service.Service;

/** Asks identity for a bearer token; it gives them away without a password only in the embedded default. */
record Token(Installation installation) {

    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    String of(String email) throws InterruptedException {
        int port = Service.IDENTITY.port(installation.ports());
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
        } catch (IOException failure) {
            throw new CannotStart(
                    "Identity does not answer on port " + port + "; is it up? ./dermarium status", failure);
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
