package org.dermarium.challenge.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.dermarium.blobs.BlobMissing;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.ledger.ObjectGone;
import org.dermarium.blobs.ledger.ObjectLedger;
import org.dermarium.blobs.ledger.ObjectName;
import org.dermarium.blobs.s3.S3Settings;
import org.dermarium.events.StoredObject;
import org.dermarium.loop.Blocking;
import org.dermarium.upload.UploadedFile;
import org.dermarium.web.Refusal;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings files into the private bucket. An object is announced before it is written and kept in the transaction that
 * refers to it; what breaks off or is refused is given up, and the janitor removes it unless others refer to it.
 */
@Component
public class IncomingFiles {

    private static final int BUFFERS_AHEAD = 16;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final BlobStore blobs;
    private final ObjectLedger ledger;
    private final S3Settings settings;

    IncomingFiles(BlobStore blobs, ObjectLedger ledger, S3Settings settings) {
        this.blobs = blobs;
        this.ledger = ledger;
        this.settings = settings;
    }

    /**
     * A file that is to be stored.
     *
     * @param id the same whenever the same upload is handed in, so that it is one object
     * @param contentType of the stored object
     * @param most bytes
     * @param broken the refusal when the bytes end before their end
     */
    public record Source(
            UUID id, String contentType, long most, Supplier<InputStream> bytes, Supplier<RuntimeException> broken) {}

    /** The body of a request, at most so many bytes; one that announces more is not read at all. */
    public Source body(Flux<DataBuffer> body, long announced, String contentType, long most) {
        if (announced > most) {
            throw BoundedStream.tooLarge(most);
        }
        return new Source(
                UUID.randomUUID(),
                contentType,
                most,
                () -> DataBufferUtils.subscriberInputStream(body, BUFFERS_AHEAD),
                () -> Refusal.badRequest("The body of the request broke off."));
    }

    /** A copy of an uploaded file, so that whoever holds its address cannot change what was handed in. */
    public Source upload(UploadedFile file, String contentType, long most) {
        if (file.size() > most) {
            throw BoundedStream.tooLarge(most);
        }
        UUID id = UUID.nameUUIDFromBytes(file.key().getBytes(StandardCharsets.UTF_8));
        return new Source(
                id,
                contentType,
                most,
                () -> blobs.open(settings.privateBucket(), file.key()),
                () -> Refusal.unavailable(PAUSE));
    }

    /** Stores the file under this key; {@link #keep} it then, or {@link #discard} it. */
    public Mono<StoredObject> store(Source source, String key) {
        return ledger.announce(List.of(ObjectName.inPrivate(key)))
                .then(Blocking.call(() -> put(source, key)))
                .onErrorMap(ObjectGone.class, e -> Refusal.unavailable(PAUSE))
                .onErrorMap(BlobMissing.class, e -> Refusal.rule("The uploaded file is no longer there."))
                .onErrorMap(
                        e -> e instanceof UncheckedIOException || e instanceof IOException,
                        e -> source.broken().get());
    }

    private StoredObject put(Source source, String key) throws IOException {
        try (InputStream in = source.bytes().get()) {
            return blobs.put(
                    settings.privateBucket(), key, source.contentType(), new BoundedStream(in, source.most()), -1);
        }
    }

    /** In the transaction that refers to the object from now on. */
    public Mono<Void> keep(String key) {
        return ledger.keep(List.of(ObjectName.inPrivate(key)))
                .onErrorMap(ObjectGone.class, e -> Refusal.unavailable(PAUSE));
    }

    /** In the transaction that no longer refers to the object. */
    public Mono<Void> giveUp(String key) {
        return ledger.giveUp(List.of(ObjectName.inPrivate(key)));
    }

    /** The object was stored for nothing. Never fails: what was announced and not kept goes some time. */
    public Mono<Void> discard(String key) {
        return ledger.giveUpAtOnce(List.of(ObjectName.inPrivate(key))).onErrorComplete();
    }

    /** The first bytes of an uploaded file. */
    public Mono<byte[]> start(UploadedFile file, int length) {
        return Blocking.call(() -> {
                    try (InputStream in = blobs.open(settings.privateBucket(), file.key(), 0, length)) {
                        return in.readAllBytes();
                    }
                })
                .onErrorMap(BlobMissing.class, e -> Refusal.rule("The uploaded file is no longer there."))
                .onErrorMap(IllegalArgumentException.class, e -> Refusal.rule("The uploaded file is empty."))
                .onErrorMap(IOException.class, e -> Refusal.unavailable(PAUSE));
    }
}
