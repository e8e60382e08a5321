package org.dermarium.embedded.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.IntPredicate;

/** Asks a process whether it does its work yet. */
@FunctionalInterface
public interface Readiness {

    /** Longest time one question may take. */
    Duration ANSWER_TIME = Duration.ofSeconds(5);

    /** True when the process serves; any exception means "not yet". */
    boolean isReady() throws Exception;

    /** Ready when {@code GET uri} answers with an accepted status. */
    static Readiness http(String uri, IntPredicate accepted) {
        var request =
                HttpRequest.newBuilder(URI.create(uri)).timeout(ANSWER_TIME).build();
        return () -> {
            try (var client =
                    HttpClient.newBuilder().connectTimeout(ANSWER_TIME).build()) {
                return accepted.test(
                        client.send(request, BodyHandlers.discarding()).statusCode());
            }
        };
    }

    /** Ready when {@code question} sent to the port is answered with at least one byte. */
    static Readiness tcp(int port, byte[] question) {
        return () -> {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), (int) ANSWER_TIME.toMillis());
                socket.setSoTimeout((int) ANSWER_TIME.toMillis());
                socket.getOutputStream().write(question);
                return socket.getInputStream().read() >= 0;
            } catch (IOException refused) {
                return false;
            }
        };
    }
}
