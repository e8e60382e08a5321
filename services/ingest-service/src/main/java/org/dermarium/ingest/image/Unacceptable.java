package org.dermarium.ingest.image;

/** A file that the archive does not take as an image. The message tells its sender why. */
public final class Unacceptable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unacceptable(String reason) {
        super(reason);
    }

    static Unacceptable truncated() {
        return new Unacceptable("The image is truncated: its data end before the picture does.");
    }

    static Unacceptable damaged(String what) {
        return new Unacceptable("The image is damaged: " + what + ".");
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
