package org.dermarium.ingest.image;

import java.awt.image.BufferedImage;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.dermarium.ingest.image.pixels.Orientation;
import org.dermarium.ingest.image.pixels.Size;
import org.dermarium.ingest.image.pixels.Thumbnail;
import org.dermarium.ingest.image.pixels.Turn;

/**
 * Makes an uploaded file into a picture that may be archived: recognise its format by its content, read its structure, refuse
 * what is too large before decoding, decode all of it once, turn it upright, leave out everything but the picture, make
 * the thumbnail.
 *
 * <p>An upright JPEG or PNG keeps its compressed data bit by bit. One that must be turned is encoded again, JPEG at high
 * quality, PNG without loss. A TIFF becomes a PNG, without loss, since no browser shows TIFF.
 */
public final class PrepareImage {

    private static final float HIGH_QUALITY = 0.95f;
    private static final float THUMBNAIL_QUALITY = 0.8f;

    /** Where only the thumbnail needs the pixels, a picture of more than twice this many a side is read coarsely. */
    private static final int ENOUGH = 4 * Thumbnail.LONGEST;

    private static final int BYTES_EACH = 4;
    private static final int MEBI = 1 << 20;

    private final PixelLimit limit;
    private final int mebibytes;
    private final Semaphore memory;

    /** @param mebibytes that decoded pixels may take at one time, all callers together */
    public PrepareImage(PixelLimit limit, int mebibytes) {
        this.limit = limit;
        this.mebibytes = mebibytes;
        this.memory = new Semaphore(mebibytes, true);
    }

    /**
     * Blocks while too many other pixels are in memory.
     *
     * @throws Unacceptable with the reason, for the file's sender
     */
    public PreparedImage prepare(byte[] upload) throws InterruptedException {
        ImageFile file = ImageFile.read(upload, limit);
        int needed = needed(file);
        memory.acquire(needed);
        try {
            return isKeptAsIs(file) ? asIs(file) : anew(file, upload);
        } finally {
            memory.release(needed);
        }
    }

    private static boolean isKeptAsIs(ImageFile file) {
        return file.bareBytes() != null && file.orientation() == Orientation.UPRIGHT;
    }

    private static PreparedImage asIs(ImageFile file) {
        byte[] bare = Objects.requireNonNull(file.bareBytes());
        BufferedImage picture = decode(file.format(), bare, coarseness(file.size()));
        return prepared(file.format(), bare, file.size(), picture);
    }

    private static PreparedImage anew(ImageFile file, byte[] upload) {
        byte[] source = file.bareBytes() == null ? upload : file.bareBytes();
        BufferedImage upright = Turn.upright(decode(file.format(), source, 1), file.orientation());
        Size size = new Size(upright.getWidth(), upright.getHeight());
        return file.format() == Format.JPEG
                ? prepared(Format.JPEG, Codec.jpeg(upright, HIGH_QUALITY), size, upright)
                : prepared(Format.PNG, Codec.png(upright), size, upright);
    }

    private static PreparedImage prepared(Format format, byte[] bytes, Size size, BufferedImage picture) {
        return new PreparedImage(
                bytes,
                format.contentType(),
                format.extension(),
                size.width(),
                size.height(),
                Codec.jpeg(Thumbnail.of(picture), THUMBNAIL_QUALITY));
    }

    private static BufferedImage decode(Format format, byte[] file, int every) {
        try (var codec = Codec.reading(format, file)) {
            return codec.decode(every);
        }
    }

    private static int coarseness(Size size) {
        return Math.max(1, Math.max(size.width(), size.height()) / ENOUGH);
    }

    /** Turning holds the picture twice. */
    private int needed(ImageFile file) {
        long every = isKeptAsIs(file) ? coarseness(file.size()) : 1;
        long copies = isKeptAsIs(file) ? 1 : 2;
        long needed = file.size().pixels() / (every * every) * copies * BYTES_EACH / MEBI + 1;
        if (needed > mebibytes) {
            throw new Unacceptable("The image is too large to be turned upright or converted: %,d x %,d pixels."
                    .formatted(file.size().width(), file.size().height()));
        }
        return (int) needed;
    }
}
