package org.dermarium.ingest.image;

import org.dermarium.ingest.image.pixels.Size;

/**
 * How large a picture may be, asked before anything is decoded.
 *
 * @param pixels width times height
 */
public record PixelLimit(long pixels) {

    /** @throws Unacceptable when the picture has no or too many pixels */
    Size checked(int width, int height) {
        Size size = new Size(width, height);
        if (width < 1 || height < 1) {
            throw Unacceptable.damaged("it says it has " + width + " x " + height + " pixels");
        }
        if (size.pixels() > pixels) {
            throw new Unacceptable("The image is too large: %,d x %,d pixels; at most %,d pixels are taken."
                    .formatted(width, height, pixels));
        }
        return size;
    }
}
