package org.dermarium.blobs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** A store under test, and words for speaking with it. */
abstract class BlobStoreCase {

    protected static final int MIB = 1 << 20;

    protected final BlobStore blobs;
    protected final String privateBucket;
    protected final String publicBucket;
    protected final String key = "images/" + UUID.randomUUID() + ".jpg";
    protected final HttpClient http = HttpClient.newHttpClient();

    BlobStoreCase(BlobStore blobs, String privateBucket, String publicBucket) {
        this.blobs = blobs;
        this.privateBucket = privateBucket;
        this.publicBucket = publicBucket;
    }

    @AfterEach
    void close() {
        http.close();
    }

    protected void put(byte[] bytes) {
        blobs.put(privateBucket, key, "image/jpeg", new ByteArrayInputStream(bytes), bytes.length);
    }

    protected byte[] range(long offset, long length) throws IOException {
        try (var in = blobs.open(privateBucket, key, offset, length)) {
            return in.readAllBytes();
        }
    }

    protected HttpResponse<byte[]> get(URI url) throws Exception {
        return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray());
    }

    protected static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    /** A long stream that is never in memory. */
    protected static class Pattern extends InputStream {
        private final long size;
        private long at;

        Pattern(long size) {
            this.size = size;
        }

        @Override
        public int read() throws IOException {
            return at == size ? -1 : (int) (at++ * 31 >> 3 & 255);
        }
    }
}
