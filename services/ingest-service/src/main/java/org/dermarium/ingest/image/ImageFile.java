package org.dermarium.ingest.image;

import org.dermarium.ingest.image.pixels.Orientation;
import org.dermarium.ingest.image.pixels.Size;
import org.jspecify.annotations.Nullable;

/**
 * An image file whose structure has been read, but no pixel yet.
 *
 * @param size of the picture as it is stored
 * @param bareBytes the same pixels without anything that tells of camera, place or person; null when the format has no
 *     such form and the picture must be encoded again
 */
record ImageFile(Format format, Size size, Orientation orientation, byte @Nullable [] bareBytes) {

    /** @throws Unacceptable when the bytes are no image, a damaged or a truncated one */
    static ImageFile read(byte[] bytes, PixelLimit limit) {
        return switch (Format.of(bytes)) {
            case JPEG -> JpegStructure.read(bytes, limit);
            case PNG -> PngStructure.read(bytes, limit);
            case TIFF -> TiffStructure.read(bytes, limit);
        };
    }
}
