package org.dermarium.ingest.processing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.s3.S3Settings;
import org.dermarium.ingest.image.Unacceptable;
import org.dermarium.ingest.original.Original;
import org.springframework.stereotype.Component;

/** Reads a sent file, out of its ZIP if it came in one. */
@Component
class FetchOriginal {

    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final BlobStore blobs;
    private final S3Settings storage;
    private final ReadZips zips;

    FetchOriginal(BlobStore blobs, S3Settings storage, ReadZips zips) {
        this.blobs = blobs;
        this.storage = storage;
        this.zips = zips;
    }

    byte[] fetch(Original original) {
        try (InputStream in = open(original)) {
            byte[] bytes = in.readNBytes(Math.toIntExact(original.size()));
            if (bytes.length < original.size() || in.read() >= 0) {
                throw new Unacceptable("The file does not have the size that was announced.");
            }
            return bytes;
        } catch (ZipException e) {
            throw new Unacceptable("The file is damaged inside its ZIP.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open(Original original) {
        Original.Place place = original.place();
        if (place == null) {
            return blobs.open(storage.privateBucket(), original.key());
        }
        InputStream packed = zips.open(original.key(), place);
        return switch (place.method()) {
            case STORED -> packed;
            case DEFLATED -> new InflaterInputStream(packed, new Inflater(true));
            default -> new Deflate64CompressorInputStream(packed);
        };
    }
}
