package org.dermarium.archive.zip;

import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.dermarium.blobs.BlobMissing;
import org.dermarium.blobs.BlobStore;
import org.dermarium.events.StoredObject;

/**
 * One file of an archive.
 *
 * @param path within the archive
 * @param crc32 of the content
 */
public record ZipMember(String path, long crc32, Segment content) {

    /** A text, as UTF-8. */
    public static ZipMember text(String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new ZipMember(path, Sums.of(bytes).crc32(), Segment.of(bytes));
    }

    /** A file on disk, which stays as it is for as long as the archive is read. */
    public static ZipMember file(String path, Path file, long size, long crc32) {
        var content = new Segment(size, from -> {
            var in = new FileInputStream(file.toFile());
            in.skipNBytes(from);
            return in;
        });
        return new ZipMember(path, crc32, content);
    }

    /** An object of the storage. Size and CRC-32 of its bytes are looked at while they pass. */
    public static ZipMember object(String path, StoredObject object, BlobStore blobs) {
        var content = new Segment(object.size(), from -> {
            InputStream bytes = from == 0
                    ? blobs.open(object.bucket(), object.key())
                    : blobs.open(object.bucket(), object.key(), from, object.size() - from);
            long crc32 = from == 0 ? object.crc32() : VerifiedStream.ANY;
            return new VerifiedStream(bytes, path, object.size() - from, crc32);
        });
        return new ZipMember(path, object.crc32(), content);
    }

    /** As {@link #object}, for archives that are kept: the SHA-256 is looked at too, and they are read from their start. */
    public static ZipMember provenObject(String path, StoredObject object, BlobStore blobs) {
        var content = new Segment(object.size(), from -> {
            try {
                var bytes = blobs.open(object.bucket(), object.key());
                var proven = new VerifiedStream(bytes, path, object.size(), object.crc32(), object.sha256());
                proven.skipNBytes(from);
                return proven;
            } catch (BlobMissing e) {
                throw new DamagedBytes(path + " is no longer in the storage");
            }
        });
        return new ZipMember(path, object.crc32(), content);
    }

    /** What an image's file is called: its public id and the ending that its object has. */
    public static String imageName(String isicId, StoredObject full) {
        return isicId + full.key().substring(full.key().lastIndexOf('.'));
    }

    byte[] local() {
        return ZipFormat.local(path, content.size(), crc32);
    }

    /** @param offset of the local header from the archive's start */
    byte[] central(long offset) {
        return ZipFormat.central(path, content.size(), crc32, offset);
    }

    long sizeWithHeader() {
        return local().length + content.size();
    }
}
