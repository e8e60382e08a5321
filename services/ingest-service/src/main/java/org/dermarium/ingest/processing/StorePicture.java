package org.dermarium.ingest.processing;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.ledger.ObjectName;
import org.dermarium.blobs.s3.S3Settings;
import org.dermarium.events.StoredObject;
import org.dermarium.ingest.accession.Picture;
import org.dermarium.ingest.image.PreparedImage;
import org.springframework.stereotype.Component;

/** Writes image and thumbnail at one time; their sums are taken while they are sent. */
@Component
class StorePicture implements AutoCloseable {

    private static final String JPEG = "image/jpeg";

    private final BlobStore blobs;
    private final S3Settings storage;
    private final ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor();

    StorePicture(BlobStore blobs, S3Settings storage) {
        this.blobs = blobs;
        this.storage = storage;
    }

    /** All that may ever be stored for an accession. */
    static List<ObjectName> names(UUID id) {
        return Stream.concat(
                        Stream.of(thumbnail(id)),
                        PreparedImage.EXTENSIONS.stream().map(e -> full(id, e)))
                .map(ObjectName::inPrivate)
                .toList();
    }

    private static String full(UUID id, String extension) {
        return "images/" + id + "." + extension;
    }

    private static String thumbnail(UUID id) {
        return "thumbnails/" + id + ".jpg";
    }

    Picture store(UUID id, PreparedImage image) {
        var thumbnail = CompletableFuture.supplyAsync(() -> put(thumbnail(id), JPEG, image.thumbnail()), beside);
        StoredObject full = put(full(id, image.extension()), image.contentType(), image.bytes());
        try {
            return new Picture(full, thumbnail.join(), image.width(), image.height());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private StoredObject put(String key, String contentType, byte[] bytes) {
        return blobs.put(storage.privateBucket(), key, contentType, new ByteArrayInputStream(bytes), bytes.length);
    }

    @Override
    public void close() {
        beside.shutdown();
    }
}
