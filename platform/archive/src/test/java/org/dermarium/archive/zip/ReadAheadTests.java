package org.dermarium.archive.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.Test;

class ReadAheadTests {

    private static final int OBJECTS = 100;

    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger begun = new AtomicInteger();

    @Test
    void givesTheBytesOfAnArchiveThatIsReadInOrder() throws IOException {
        var archive = new ZipArchive(() -> IntStream.range(0, OBJECTS).mapToObj(i -> member(i, content(i))));

        byte[] inOrder = archive.open(0, archive.size()).readAllBytes();
        byte[] ahead = archive.open(new ReadAhead(8, 300)).readAllBytes();

        assertThat(ahead).isEqualTo(inOrder).hasSize((int) archive.size());
    }

    @Test
    void fetchesSeveralAtOneTimeAndNeverMoreThanAllowed() throws IOException {
        var allAtOnce = new CountDownLatch(8);
        var archive = new ZipArchive(() -> IntStream.range(0, OBJECTS)
                .mapToObj(i -> member(i, from -> {
                    begun.incrementAndGet();
                    most.accumulateAndGet(open.incrementAndGet(), Math::max);
                    allAtOnce.countDown();
                    await(allAtOnce);
                    return counted(i);
                })));

        try (InputStream in = archive.open(new ReadAhead(8, 10_000))) {
            in.readNBytes(1);
            Eventually.until("the objects ahead are open", () -> begun.get() >= 8);
            in.readAllBytes();
        }

        assertThat(most.get()).isEqualTo(8);
        assertThat(begun.get()).isEqualTo(OBJECTS);
    }

    @Test
    void holdsNoMoreBytesThanAllowed() throws IOException {
        var held = new AtomicInteger();
        var mostHeld = new AtomicInteger();
        var archive = new ZipArchive(() -> IntStream.range(0, OBJECTS)
                .mapToObj(i -> member(i, from -> {
                    mostHeld.accumulateAndGet(held.addAndGet(bytes(i).length), Math::max);
                    return counted(i);
                })));

        try (InputStream in = archive.open(new ReadAhead(50, 300))) {
            for (int i = 0; i < OBJECTS; i++) {
                in.readNBytes(ZipFormat.local("n/" + i, 0, 0).length + bytes(i).length);
                held.addAndGet(-bytes(i).length);
            }
        }

        assertThat(mostHeld.get()).isBetween(200, 300 + 120);
    }

    @Test
    void leavesLargeOnesUntilTheirTurn() throws IOException {
        var archive = new ZipArchive(() -> IntStream.range(0, OBJECTS)
                .mapToObj(i -> member(i, from -> {
                    begun.incrementAndGet();
                    return counted(i);
                })));

        try (InputStream in = archive.open(new ReadAhead(8, 3))) {
            in.readNBytes(1);

            assertThat(begun.get()).isZero();
        }
    }

    @Test
    void failsWhereTheDamagedOneStands() {
        List<Integer> read = new ArrayList<>();
        var archive = new ZipArchive(() -> IntStream.range(0, OBJECTS)
                .mapToObj(i -> member(i, from -> {
                    if (i == 60) {
                        throw new DamagedBytes("n/60 has other bytes than its record says");
                    }
                    return counted(i);
                })));

        assertThatThrownBy(() -> {
                    try (InputStream in = archive.open(new ReadAhead(8, 10_000))) {
                        for (int one = in.read(); one >= 0; one = in.read()) {
                            read.add(one);
                        }
                    }
                })
                .isInstanceOf(DamagedBytes.class)
                .hasMessageContaining("n/60");
        assertThat(read.size()).isBetween(60 * 80, 60 * 90);
    }

    private ZipMember member(int number, Segment.Source source) {
        return new ZipMember("n/" + number, Sums.of(bytes(number)).crc32(), new Segment(bytes(number).length, source));
    }

    private static Segment.Source content(int number) {
        return from -> {
            var in = new ByteArrayInputStream(bytes(number));
            in.skipNBytes(from);
            return in;
        };
    }

    private InputStream counted(int number) {
        return new ByteArrayInputStream(bytes(number)) {
            @Override
            public void close() {
                open.decrementAndGet();
            }
        };
    }

    private static byte[] bytes(int number) {
        byte[] bytes = new byte[20 + number];
        Arrays.fill(bytes, (byte) number);
        return bytes;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
