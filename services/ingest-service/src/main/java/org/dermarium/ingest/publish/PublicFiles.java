package org.dermarium.ingest.publish;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dermarium.blobs.BlobMissing;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.ledger.ObjectLedger;
import org.dermarium.blobs.ledger.ObjectName;
import org.dermarium.blobs.s3.S3Settings;
import org.dermarium.ingest.accession.PublicKeys;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Copies files to where everybody may read them. Copying again does no harm. The ledger knows the copies before they are
 * made, so that none stays public of an image that is not published in the end.
 */
@Component
class PublicFiles implements AutoCloseable {

    private static final int AT_ONE_TIME = 8;

    private final BlobStore blobs;
    private final S3Settings storage;
    private final ObjectLedger ledger;
    private final ExecutorService copiers =
            Executors.newFixedThreadPool(AT_ONE_TIME, Thread.ofVirtual().factory());

    PublicFiles(BlobStore blobs, S3Settings storage, ObjectLedger ledger) {
        this.blobs = blobs;
        this.storage = storage;
        this.ledger = ledger;
    }

    /**
     * Blocks until all are copied.
     *
     * @return those whose files are there; the others have lost theirs
     * @throws org.dermarium.blobs.ledger.ObjectGone while older public files of one are being removed; try again
     */
    List<PendingPublication> copy(List<PendingPublication> pending) {
        ledger.announce(pending.stream()
                        .filter(PendingPublication::isPublic)
                        .flatMap(d -> d.publicFiles().stream())
                        .toList())
                .block();
        var copies = pending.stream()
                .map(d -> CompletableFuture.supplyAsync(() -> isCopied(d), copiers))
                .toList();
        try {
            return IntStream.range(0, pending.size())
                    .filter(i -> copies.get(i).join())
                    .mapToObj(pending::get)
                    .toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private boolean isCopied(PendingPublication pending) {
        if (!pending.isPublic()) {
            return true;
        }
        try {
            copy(pending.fullKey(), PublicKeys.full(pending.isicId(), pending.fullKey()));
            copy(pending.thumbnailKey(), PublicKeys.thumbnail(pending.isicId()));
            return true;
        } catch (BlobMissing e) {
            return false;
        }
    }

    private void copy(String from, String to) {
        blobs.copy(storage.privateBucket(), from, storage.publicBucket(), to, true);
    }

    /**
     * Keeps the public files of those that were published now. The others' are removed, unless another instance has published them:
     * their acceptance was taken back, or they were withdrawn, while files were copied.
     */
    Mono<Void> settle(List<PendingPublication> pending, List<Long> published) {
        Map<Boolean, List<ObjectName>> files = pending.stream()
                .filter(PendingPublication::isPublic)
                .collect(Collectors.partitioningBy(
                        d -> published.contains(d.accession()),
                        Collectors.flatMapping(d -> d.publicFiles().stream(), Collectors.toList())));
        return ledger.keep(files.getOrDefault(true, List.of()))
                .then(ledger.giveUpAtOnce(files.getOrDefault(false, List.of())));
    }

    @Override
    public void close() {
        copiers.shutdownNow();
    }
}
