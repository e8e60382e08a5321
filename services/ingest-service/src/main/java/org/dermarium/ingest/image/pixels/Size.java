package org.dermarium.ingest.image.pixels;

/** Width and height in pixels. */
public record Size(int width, int height) {

    public long pixels() {
        return (long) width * height;
    }

    /** The size after turning the picture upright. */
    public Size turned(Orientation orientation) {
        return orientation.swapsSides() ? new Size(height, width) : this;
    }

    /** The largest size of the same shape whose sides are no longer than this; never larger than it is. */
    Size within(int longest) {
        int longer = Math.max(width, height);
        return longer <= longest ? this : new Size(scaled(width, longer, longest), scaled(height, longer, longest));
    }

    private static int scaled(int side, int longer, int longest) {
        return Math.max(1, Math.toIntExact(Math.round((double) side * longest / longer)));
    }
}
