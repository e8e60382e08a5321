package org.dermarium.archive;

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
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Fetches segments before their turn, each on a virtual thread, so that many small objects are not waited for one after
 * the other. Larger ones than all may be together are opened when their turn comes.
 *
 * @param objects how many are fetched or wait at one time
 * @param bytes how many these have at most
 */
public record ReadAhead(int objects, long bytes) {

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
        private int fetching;
        private long held;

        Ahead(Iterator<Segment> source) {
            this.source = source;
        }

        @Override
        public boolean hasNext() {
            // Segments in memory do not count, but a long run of them must not be taken up at once either.
            while (turns.size() < 4 * objects) {
                Segment segment = following == null && source.hasNext() ? source.next() : following;
                following = segment;
                boolean isFetched = segment != null && !segment.isInMemory() && segment.size() <= bytes;
                if (segment == null || isFetched && (fetching == objects || held + segment.size() > bytes)) {
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
            fetching--;
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
            fetching++;
            held += segment.size();
            var task = new FutureTask<>(() -> {
                try (InputStream in = segment.source().open(0)) {
                    return in.readAllBytes();
                }
            });
            Thread.ofVirtual().name("read-ahead").start(task);
            return task;
        }
    }

    private record Turn(Segment segment, @Nullable FutureTask<byte[]> bytes) {}

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
