package org.dermarium.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.dermarium.gateway.RunningGateway;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Runs with less memory than what it sends through. */
class StreamingIT extends RunningGateway {

    private static final int CHUNK = 64 * 1024;
    private static final int CHUNKS = 300 * 1024 / 64;
    private static final long SIZE = (long) CHUNK * CHUNKS;

    @Test
    void sendsLargeUploadsThroughWithoutKeepingThem() throws Exception {
        var received = new AtomicLong();
        STORAGE.behave((request, response) -> request.receive()
                .doOnNext(part -> received.addAndGet(part.readableBytes()))
                .then(response.status(200).header("ETag", "\"abc\"").send().then()));
        var chunks = new byte[CHUNK];

        var answer = send(
                "PUT",
                "/s3/dermarium-private/uploads/large?partNumber=1",
                HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofByteArrays(() ->
                                IntStream.range(0, CHUNKS).mapToObj(i -> chunks).iterator()),
                        SIZE));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"abc\"");
        assertThat(received).hasValue(SIZE);
    }

    @Test
    void sendsLargeDownloadsThroughToASlowReader() throws Exception {
        CATALOG.behave((request, response) -> response.header("Content-Type", "application/zip")
                .send(Flux.range(0, CHUNKS).map(i -> Unpooled.wrappedBuffer(new byte[CHUNK])))
                .then());

        long read = 0;
        try (InputStream body = http.send(
                        HttpRequest.newBuilder(at("/download?zsid=x")).build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            var buffer = new byte[CHUNK];
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                read += n;
            }
        }

        assertThat(read).isEqualTo(SIZE);
    }

    @Test
    void waitsForEventsAndDeliversThemAsTheyHappen() throws Exception {
        var firstArrived = new CountDownLatch(1);
        INGEST.behave((request, response) -> response.sse()
                .sendString(Flux.concat(
                        Mono.delay(Duration.ofMillis(1_500)).map(late -> "event: accession\ndata: 1\n\n"),
                        Mono.<String>fromCallable(() -> firstArrived.await(10, TimeUnit.SECONDS)
                                        ? "event: accession\ndata: 2\n\n"
                                        : "data: the first was held back\n\n")
                                .subscribeOn(Schedulers.boundedElastic())))
                .then());

        var lines = http.send(
                        HttpRequest.newBuilder(at("/api/v2/cohorts/1/events/")).build(),
                        HttpResponse.BodyHandlers.ofLines())
                .body()
                .peek(line -> firstArrived.countDown())
                .toList();

        assertThat(lines).contains("data: 1", "data: 2");
    }

    @Test
    void asksForAndAnswersRanges() {
        STORAGE.behave((request, response) -> response.status(206)
                .header("Content-Range", "bytes 5-9/100")
                .header("Content-Length", "5")
                .sendString(Mono.just("56789"))
                .then());

        var answer = send("GET", "/s3/dermarium-public/images/a.jpg", "Range", "bytes=5-9");

        assertThat(STORAGE.last().headers().get("Range")).isEqualTo("bytes=5-9");
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.headers().firstValue("Content-Range")).hasValue("bytes 5-9/100");
        assertThat(answer.body()).isEqualTo("56789");
    }

    @Test
    void waitsLongerForStorageThanForServices() {
        STORAGE.behave((request, response) ->
                Mono.delay(Duration.ofMillis(1_500)).then(response.send().then()));

        assertThat(send("GET", "/s3/dermarium-public/images/slow.jpg").statusCode())
                .isEqualTo(200);
    }
}
