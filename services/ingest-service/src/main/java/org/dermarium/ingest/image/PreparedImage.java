package org.dermarium.ingest.image;

import java.util.List;

/**
 * A picture ready to be archived.
 *
 * @param bytes upright, without anything that tells of camera, place or person
 * @param extension of file names, without the dot
 * @param width in pixels, upright
 * @param height in pixels, upright
 * @param thumbnail a JPEG of at most 256 pixels a side
 */
public record PreparedImage(
        byte[] bytes, String contentType, String extension, int width, int height, byte[] thumbnail) {

    /** All that there are. */
    public static final List<String> EXTENSIONS = List.of("jpg", "png");
}
