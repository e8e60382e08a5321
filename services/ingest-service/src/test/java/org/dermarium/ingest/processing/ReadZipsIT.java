package org.dermarium.ingest.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.ingest.processing.ReadZips.PIECE;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.s3.S3Settings;
import org.dermarium.ingest.IngestCase;
import org.dermarium.ingest.original.Original;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class ReadZipsIT extends IngestCase {

    private static final int SIZE = 2 * PIECE + 200_000;
    private static final int FILE = 100_000;

    @Autowired
    private BlobStore blobs;

    @Autowired
    private S3Settings storage;

    @Autowired
    private ReadZips zips;

    @Autowired
    private MeterRegistry meters;

    private final String key = "zips/" + UUID.randomUUID();
    private final byte[] bytes = new byte[SIZE];

    @BeforeEach
    void storeZip() {
        new Random(1).nextBytes(bytes);
        blobs.put(storage.privateBucket(), key, "application/zip", new ByteArrayInputStream(bytes), SIZE);
    }

    @ParameterizedTest(name = "{0} bytes from {1} after the begin of piece {2}")
    @CsvSource({
        "0, 0, 0",
        "1, 0, 0",
        "1000, 0, 1",
        "1000, -1000, 1",
        "1000, -1, 1",
        "1000, -999, 2",
        "1000, 0, 2",
        "1048576, -500000, 1",
        "1048577, 0, 0",
        "3000000, 1000, 0"
    })
    void readsAFileWhereverItLies(int length, int place, int piece) throws IOException {
        int offset = piece * PIECE + place;
        assertThat(read(offset, length)).isEqualTo(Arrays.copyOfRange(bytes, offset, offset + length));
    }

    @Test
    void endsWhereTheObjectEnds() throws IOException {
        assertThat(read(SIZE - 10, 20)).hasSize(10);
    }

    @Test
    void fetchesAPieceOnceForAllThatLieInIt() throws IOException {
        awaitNothingOnItsWay();
        long before = requests();
        for (int offset = 0; offset + FILE <= SIZE; offset += FILE) {
            read(offset, FILE);
        }
        assertThat(requests() - before).isEqualTo(3);
    }

    private byte[] read(int offset, int length) throws IOException {
        try (InputStream in = zips.open(key, new Original.Place(offset, length, 0))) {
            return in.readAllBytes();
        }
    }

    private long requests() {
        return meters.find("dermarium.outside.requests").tag("server", "s3").tag("operation", "open").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
