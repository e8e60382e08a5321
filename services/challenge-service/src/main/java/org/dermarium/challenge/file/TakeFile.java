package org.dermarium.challenge.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.dermarium.blobs.BlobMissing;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.S3Settings;
import org.dermarium.blobs.Stored;
import org.dermarium.store.Blocking;
import org.dermarium.upload.UploadedFile;
import org.dermarium.web.BadRequest;
import org.dermarium.web.Refused;
import org.dermarium.web.Unavailable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings files into the private bucket. What breaks off or is too large leaves nothing there. */
@Component
public class TakeFile {

    private static final int BUFFERS_AHEAD = 16;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final BlobStore blobs;
    private final S3Settings settings;

    TakeFile(BlobStore blobs, S3Settings settings) {
        this.blobs = blobs;
        this.settings = settings;
    }

    /** Where a file comes from, to be stored under a key. */
    @FunctionalInterface
    public interface Source {
        Mono<Stored> storeAs(String key);
    }

    /** The body of a request, at most so many bytes; one that announces more is not read at all. */
    public Source body(Flux<DataBuffer> body, long announced, String contentType, long most) {
        if (announced > most) {
            throw BoundedStream.tooLarge(most);
        }
        return key -> Blocking.call(() -> {
                    try (InputStream in = DataBufferUtils.subscriberInputStream(body, BUFFERS_AHEAD)) {
                        return blobs.put(settings.privateBucket(), key, contentType, new BoundedStream(in, most), -1);
                    }
                })
                .onErrorMap(
                        e -> e instanceof UncheckedIOException || e instanceof IOException,
                        e -> new BadRequest("The body of the request broke off."));
    }

    /** A copy of an uploaded file, so that whoever holds its address cannot change what was handed in. */
    public Source upload(UploadedFile file, String contentType, long most) {
        if (file.size() > most) {
            throw BoundedStream.tooLarge(most);
        }
        return key -> Blocking.call(() -> {
                    try (InputStream in = blobs.open(settings.privateBucket(), file.key())) {
                        return blobs.put(settings.privateBucket(), key, contentType, new BoundedStream(in, most), -1);
                    }
                })
                .onErrorMap(BlobMissing.class, e -> new Refused("The uploaded file is no longer there."))
                .onErrorMap(
                        e -> e instanceof UncheckedIOException || e instanceof IOException,
                        e -> new Unavailable(PAUSE));
    }

    /** The first bytes of an uploaded file. */
    public Mono<byte[]> start(UploadedFile file, int length) {
        return Blocking.call(() -> {
                    try (InputStream in = blobs.open(settings.privateBucket(), file.key(), 0, length)) {
                        return in.readAllBytes();
                    }
                })
                .onErrorMap(BlobMissing.class, e -> new Refused("The uploaded file is no longer there."))
                .onErrorMap(IllegalArgumentException.class, e -> new Refused("The uploaded file is empty."))
                .onErrorMap(IOException.class, e -> new Unavailable(PAUSE));
    }

    public Mono<Void> discard(String key) {
        return Blocking.run(() -> blobs.delete(settings.privateBucket(), key));
    }
}
