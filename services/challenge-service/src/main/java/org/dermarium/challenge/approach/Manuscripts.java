package org.dermarium.challenge.approach;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.S3Settings;
import org.dermarium.challenge.file.FileSettings;
import org.dermarium.challenge.file.TakeFile;
import org.dermarium.upload.UploadField;
import org.dermarium.upload.UploadedFile;
import org.dermarium.upload.UploadedFiles;
import org.dermarium.web.Caller;
import org.dermarium.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The PDFs that describe approaches. */
@Component
public class Manuscripts {

    private static final byte[] MAGIC = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final String PDF = "application/pdf";

    /** Signed addresses last until the end of tomorrow: the same text all day. */
    private static final Duration LIFE = Duration.ofDays(2);

    private final UploadedFiles uploads;
    private final TakeFile files;
    private final FileSettings limits;
    private final BlobStore blobs;
    private final S3Settings settings;

    Manuscripts(UploadedFiles uploads, TakeFile files, FileSettings limits, BlobStore blobs, S3Settings settings) {
        this.uploads = uploads;
        this.files = files;
        this.limits = limits;
        this.blobs = blobs;
        this.settings = settings;
    }

    /** Where the manuscript can be read, or null when there is none. */
    public @Nullable URI url(@Nullable String key) {
        if (key == null) {
            return null;
        }
        var today = LocalDate.now(Clock.systemUTC()).atStartOfDay().toInstant(ZoneOffset.UTC);
        return blobs.presignedGet(settings.privateBucket(), key, today.plus(LIFE));
    }

    /** Keeps the uploaded manuscript for what is done with its key (empty without one); when that fails, it is removed. */
    <T> Mono<T> keeping(Caller.Member member, @Nullable String value, Function<String, Mono<T>> with) {
        if (value == null) {
            return with.apply("");
        }
        UploadedFile file = uploads.redeem(member, UploadField.MANUSCRIPT, "manuscript", value);
        String key = "manuscripts/" + UUID.randomUUID() + ".pdf";
        var source = files.upload(file, PDF, limits.manuscript().toBytes());
        return files.start(file, MAGIC.length)
                .doOnNext(start -> {
                    if (!Arrays.equals(start, MAGIC)) {
                        throw new Refused("The manuscript is not a PDF file.");
                    }
                })
                .then(Mono.defer(() -> source.storeAs(key)))
                .then(Mono.defer(() -> with.apply(key)))
                .onErrorResume(e -> files.discard(key).onErrorComplete().then(Mono.error(e)));
    }

    Mono<Void> discard(String key) {
        return files.discard(key).onErrorComplete();
    }
}
