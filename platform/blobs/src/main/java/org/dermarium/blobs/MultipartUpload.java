package org.dermarium.blobs;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/**
 * An upload in parts that has begun. Holds no state of its own: it can be stored as text and taken up again later.
 *
 * @param uploadId given by the storage
 */
public record MultipartUpload(String bucket, String key, String uploadId) {

    /** Bytes of every part but the last. */
    public static final long PART_SIZE = 64L << 20;

    /** @param etag as the storage answered it, with or without quotes */
    public record Part(int number, String etag) {}

    /** How many parts of {@link #PART_SIZE} a file has; an empty one has one. */
    public static int parts(long size) {
        return Math.toIntExact(Math.max(1, Math.ceilDiv(size, PART_SIZE)));
    }

    /** The XML document that completes the upload, parts in order. */
    public static String completion(Collection<Part> parts) {
        return parts.stream()
                .sorted(Comparator.comparingInt(Part::number))
                .map(MultipartUpload::xml)
                .collect(Collectors.joining("", "<CompleteMultipartUpload>", "</CompleteMultipartUpload>"));
    }

    private static String xml(Part part) {
        return "<Part><PartNumber>" + part.number() + "</PartNumber><ETag>" + escape(part.etag()) + "</ETag></Part>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
