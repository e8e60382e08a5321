package org.dermarium.ingest.processing;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.s3.S3Settings;
import org.dermarium.ingest.original.Original;
import org.springframework.stereotype.Component;

/**
 * Reads what lies inside ZIP objects. Small files are worked on in the order in which they lie there, so a piece of the
 * object is fetched once for all that it holds.
 */
@Component
class ReadZips {

    static final int PIECE = 2 << 20;

    /** Those that several batches of claims may want at one time; together no more than one large photograph takes. */
    private static final int PIECES = 8;

    private static final Duration KEPT = Duration.ofSeconds(10);

    private record Piece(String key, long number) {}

    private final BlobStore blobs;
    private final S3Settings storage;
    private final LoadingCache<Piece, byte[]> pieces =
            Caffeine.newBuilder().maximumSize(PIECES).expireAfterAccess(KEPT).build(this::read);

    ReadZips(BlobStore blobs, S3Settings storage) {
        this.blobs = blobs;
        this.storage = storage;
    }

    /** The packed bytes of a file; the caller closes the stream. */
    InputStream open(String key, Original.Place place) {
        long end = place.offset() + place.packed();
        if (place.packed() == 0 || place.packed() > PIECE / 2) {
            return blobs.open(storage.privateBucket(), key, place.offset(), place.packed());
        }
        long first = place.offset() / PIECE;
        long last = (end - 1) / PIECE;
        InputStream begin = part(new Piece(key, first), place.offset(), end);
        return first == last ? begin : new SequenceInputStream(begin, part(new Piece(key, last), place.offset(), end));
    }

    /** What the piece holds of the bytes from one place in the object to another. */
    private InputStream part(Piece piece, long from, long to) {
        byte[] bytes = pieces.get(piece);
        long begin = piece.number() * PIECE;
        int first = (int) Math.clamp(from - begin, 0L, bytes.length);
        int last = (int) Math.clamp(to - begin, first, bytes.length);
        return new ByteArrayInputStream(bytes, first, last - first);
    }

    private byte[] read(Piece piece) {
        try (InputStream in = blobs.open(storage.privateBucket(), piece.key(), piece.number() * PIECE, PIECE)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
