package org.dermarium.challenge.approach;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.dermarium.challenge.file.FileSettings;
import org.dermarium.challenge.file.IncomingFiles;
import org.dermarium.upload.UploadField;
import org.dermarium.upload.UploadedFile;
import org.dermarium.upload.UploadedFiles;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The PDFs that describe approaches, as they come in. */
@Component
class Manuscripts {

    static final String PDF = "application/pdf";
    private static final byte[] MAGIC = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final UploadedFiles uploads;
    private final IncomingFiles files;
    private final FileSettings limits;
    private final TransactionalOperator transaction;

    Manuscripts(UploadedFiles uploads, IncomingFiles files, FileSettings limits, TransactionalOperator transaction) {
        this.uploads = uploads;
        this.files = files;
        this.limits = limits;
        this.transaction = transaction;
    }

    /**
     * Keeps the uploaded manuscript in one transaction with what is done with its key (empty without one). The same upload
     * is the same manuscript.
     *
     * @param old key of the one that it replaces, or null
     */
    <T> Mono<T> keeping(
            Caller.Member member, @Nullable String value, @Nullable String old, Function<String, Mono<T>> with) {
        if (value == null) {
            return with.apply("");
        }
        UploadedFile file = uploads.redeem(member, UploadField.MANUSCRIPT, "manuscript", value);
        var source = files.upload(file, PDF, limits.manuscript().toBytes());
        String key = "manuscripts/" + source.id() + ".pdf";
        Mono<Void> kept = old == null || old.equals(key)
                ? files.keep(key)
                : files.keep(key).then(files.giveUp(old));
        return files.start(file, MAGIC.length)
                .doOnNext(start -> {
                    if (!Arrays.equals(start, MAGIC)) {
                        throw Refusal.rule("The manuscript is not a PDF file.");
                    }
                })
                .then(Mono.defer(() -> files.store(source, key)))
                .then(Mono.defer(
                        () -> kept.then(Mono.defer(() -> with.apply(key))).as(transaction::transactional)))
                .onErrorResume(e -> files.discard(key).then(Mono.error(e)));
    }
}
