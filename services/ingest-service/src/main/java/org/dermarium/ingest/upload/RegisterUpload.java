package org.dermarium.ingest.upload;

import java.util.List;
import java.util.function.Supplier;
import org.dermarium.blobs.ledger.ObjectGone;
import org.dermarium.blobs.ledger.ObjectLedger;
import org.dermarium.blobs.ledger.ObjectName;
import org.dermarium.upload.UploadedFile;
import org.dermarium.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Makes an upload a thing of the archive: one thing, however often and however many at a time ask for it. Clients ask again
 * when an answer was lost, and get the answer of the first time.
 */
@Component
public class RegisterUpload {

    private final ObjectLedger ledger;
    private final TransactionalOperator transaction;

    RegisterUpload(ObjectLedger ledger, TransactionalOperator transaction) {
        this.ledger = ledger;
        this.transaction = transaction;
    }

    /**
     * What an upload is to become, or has become.
     *
     * @param kind as people call it
     * @param asked all else that was asked for, as one text; null when it is not known any more
     */
    public record Wanted(String kind, long cohort, @Nullable String asked) {}

    /** A thing that was made of an upload before. */
    public record Known(long id, Wanted as) {}

    /**
     * The id of the one thing.
     *
     * @param known what this upload is already, if anything
     * @param add makes the thing, in a transaction; empty when another request was faster or its name is taken
     * @param taken the refusal when its place is taken
     * @return a {@link Refusal} when the upload is another thing already, or was asked for otherwise
     */
    public Mono<Long> once(
            UploadedFile file,
            Wanted wanted,
            Supplier<Mono<Known>> known,
            Supplier<Mono<Long>> add,
            Supplier<RuntimeException> taken) {
        Mono<Long> made = Mono.defer(known).flatMap(found -> same(found, wanted));
        return made.switchIfEmpty(Mono.defer(
                () -> transaction.transactional(ledger.keep(List.of(ObjectName.inPrivate(file.key())))
                        .onErrorMap(ObjectGone.class, e -> Refusal.rule("The uploaded file is no longer there."))
                        .then(Mono.defer(add))
                        .switchIfEmpty(made)
                        .switchIfEmpty(Mono.error(taken)))));
    }

    private static Mono<Long> same(Known found, Wanted wanted) {
        String what = "This upload is " + found.as().kind() + " " + found.id();
        if (found.as().cohort() != wanted.cohort()) {
            return Mono.error(Refusal.conflict(what + " of cohort " + found.as().cohort() + " already."));
        }
        if (found.as().asked() != null && !found.as().asked().equals(wanted.asked())) {
            return Mono.error(Refusal.conflict(what + " already, and was registered with other values."));
        }
        return Mono.just(found.id());
    }
}
