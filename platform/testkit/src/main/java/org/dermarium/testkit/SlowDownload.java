package org.dermarium.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A download of somebody with a slow line: bytes are taken only when a test asks for them. */
public final class SlowDownload implements AutoCloseable {

    /** More than the lines between server and client hold, so that the server waits for its client. */
    public static final int LARGE = 64 << 20;

    private static final int SIP = 1 << 16;

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpResponse<InputStream> answer;
    private long taken;

    private SlowDownload(HttpRequest request) throws IOException, InterruptedException {
        answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    /** @param token a bearer token, or blank */
    public static SlowDownload begin(URI address, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address);
        if (!token.isBlank()) {
            request.header("Authorization", "Bearer " + token);
        }
        return new SlowDownload(request.build());
    }

    public int status() {
        return answer.statusCode();
    }

    /** Takes a few bytes. False when the server has sent all, or has broken off. */
    public boolean goesOn() {
        try {
            int sip = answer.body().readNBytes(SIP).length;
            taken += sip;
            return sip == SIP;
        } catch (IOException brokenOff) {
            return false;
        }
    }

    /** Bytes of the answer that have come. */
    public long taken() {
        return taken;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
