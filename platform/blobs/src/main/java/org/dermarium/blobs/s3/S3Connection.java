package org.dermarium.blobs.s3;

import io.minio.MinioAsyncClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** The HTTP client below the MinIO client. */
final class S3Connection {

    /** OkHttp's default of five calls a host would queue a busy service behind itself. */
    private static final int CALLS = 128;

    /** Storages close what was idle for half a minute. */
    private static final Duration IDLE = Duration.ofSeconds(20);

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private S3Connection() {}

    static MinioAsyncClient open(S3Settings settings) {
        return MinioAsyncClient.builder()
                .endpoint(settings.endpoint().toString())
                .credentials(settings.accessKey(), settings.secretKey())
                .region(settings.region())
                .httpClient(client(), true)
                .build();
    }

    private static OkHttpClient client() {
        var dispatcher = new Dispatcher(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("s3-", 0).factory()));
        dispatcher.setMaxRequests(CALLS);
        dispatcher.setMaxRequestsPerHost(CALLS);
        // By default all connections but five are closed after each call, so a busy service would connect for every
        // second one.
        var connections = new ConnectionPool(CALLS, IDLE.toSeconds(), TimeUnit.SECONDS);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(connections)
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectTimeout(CONNECT)
                .readTimeout(SILENCE)
                .writeTimeout(SILENCE)
                .build();
    }
}
