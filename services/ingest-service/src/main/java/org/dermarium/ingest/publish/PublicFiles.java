package org.dermarium.ingest.publish;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dermarium.blobs.BlobMissing;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.S3Settings;
import org.dermarium.blobs.ledger.ObjectLedger;
import org.dermarium.ingest.accession.PublicKeys;
import org.springframework.stereotype.Component;

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
    List<Due> copy(List<Due> due) {
        ledger.announce(due.stream()
                        .filter(Due::isPublic)
                        .flatMap(d -> d.publicFiles().stream())
                        .toList())
                .block();
        var copies = due.stream()
                .map(d -> CompletableFuture.supplyAsync(() -> isCopied(d), copiers))
                .toList();
        try {
            return java.util.stream.IntStream.range(0, due.size())
                    .filter(i -> copies.get(i).join())
                    .mapToObj(due::get)
                    .toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private boolean isCopied(Due due) {
        if (!due.isPublic()) {
            return true;
        }
        try {
            copy(due.fullKey(), PublicKeys.full(due.isicId(), due.fullKey()));
            copy(due.thumbnailKey(), PublicKeys.thumbnail(due.isicId()));
            return true;
        } catch (BlobMissing e) {
            return false;
        }
    }

    private void copy(String from, String to) {
        blobs.copy(storage.privateBucket(), from, storage.publicBucket(), to, true);
    }

    @Override
    public void close() {
        copiers.shutdownNow();
    }
}
