package org.dermarium.archive.zip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Fetches segments before their turn, each on a virtual thread, so that many small objects are not waited for one after
 * the other. Larger ones than all may be together are opened when their turn comes.
 *
 * @param objects how many are fetched at one time
 * @param bytes how many are on their way or wait for their turn at most
 */
public record ReadAhead(int objects, long bytes) {

    /** Archives of nothing but tiny members must not fill the memory with what is known of each. */
    private static final int MOST_TURNS = 2_048;

    /** The same segments in the same order. Closing the stream gives up what is on its way. */
    Stream<Segment> over(Stream<Segment> segments) {
        var ahead = new Ahead(segments.iterator());
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(ahead, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(ahead::giveUp)
                .onClose(segments::close);
    }

    private final class Ahead implements Iterator<Segment> {

        private final Iterator<Segment> source;
        private final Deque<Turn> turns = new ArrayDeque<>();
        private @Nullable Segment following;
        private final Semaphore places = new Semaphore(objects, true);
        private long held;

        Ahead(Iterator<Segment> source) {
            this.source = source;
        }

        @Override
        public boolean hasNext() {
            while (turns.size() < MOST_TURNS) {
                Segment segment = following == null && source.hasNext() ? source.next() : following;
                following = segment;
                boolean isFetched = segment != null && !segment.isInMemory() && segment.size() <= bytes;
                if (segment == null || isFetched && held + segment.size() > bytes) {
                    break;
                }
                turns.add(new Turn(segment, isFetched ? fetch(segment) : null));
                following = null;
            }
            return !turns.isEmpty();
        }

        @Override
        public Segment next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Turn turn = turns.remove();
            FutureTask<byte[]> all = turn.bytes;
            if (all == null) {
                return turn.segment;
            }
            held -= turn.segment.size();
            return new Segment(turn.segment.size(), from -> opened(all, from));
        }

        void giveUp() {
            turns.forEach(turn -> {
                if (turn.bytes != null) {
                    turn.bytes.cancel(true);
                }
            });
        }

        private FutureTask<byte[]> fetch(Segment segment) {
            held += segment.size();
            var task = new FutureTask<>(() -> {
                places.acquire();
                try (InputStream in = segment.source().open(0)) {
                    return all(in, (int) segment.size());
                } finally {
                    places.release();
                }
            });
            Thread.ofVirtual().name("read-ahead").start(task);
            return task;
        }
    }

    private record Turn(Segment segment, @Nullable FutureTask<byte[]> bytes) {}

    /** Into one array of the right size; whoever promised the size says what is wrong when there are fewer or more. */
    private static byte[] all(InputStream in, int size) throws IOException {
        byte[] bytes = new byte[size];
        int count = in.readNBytes(bytes, 0, size);
        if (count < size || in.read() >= 0) {
            throw new DamagedBytes("a file has " + (count < size ? "fewer" : "more") + " bytes than its record says");
        }
        return bytes;
    }

    private static InputStream opened(FutureTask<byte[]> bytes, long from) throws IOException {
        try {
            byte[] all = bytes.get();
            return new ByteArrayInputStream(all, (int) from, all.length - (int) from);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        }
    }

    private static IOException rethrown(@Nullable Throwable cause) {
        return switch (cause) {
            case IOException io -> io;
            case RuntimeException unchecked -> throw unchecked;
            case null, default -> new IOException(cause);
        };
    }
}
