package org.dermarium.ingest.image;

import java.io.IOException;
import org.dermarium.ingest.image.pixels.Orientation;
import org.dermarium.ingest.image.pixels.Size;

/** A TIFF file's first picture. TIFF has no form without tags, so it is always encoded again. */
final class TiffStructure {

    private TiffStructure() {}

    static ImageFile read(byte[] file, PixelLimit limit) {
        try (var codec = Codec.reading(Format.TIFF, file)) {
            Size size = limit.checked(codec.reader().getWidth(0), codec.reader().getHeight(0));
            return new ImageFile(Format.TIFF, size, Orientation.of(file), null);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Unacceptable.damaged("its TIFF directory cannot be read");
        }
    }
}
