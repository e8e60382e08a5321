package org.dermarium.blobs.ledger;

import java.time.Instant;

/** A user who has begun more than may wait to be registered. */
public final class TooManyUploads extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient BegunUploads.Bounds bounds;
    private final long uploads;
    private final long bytes;
    private final transient Instant freeAt;

    TooManyUploads(BegunUploads.Bounds bounds, long uploads, long bytes, Instant freeAt) {
        super(uploads + " uploads with " + bytes + " bytes are begun and not registered");
        this.bounds = bounds;
        this.uploads = uploads;
        this.bytes = bytes;
        this.freeAt = freeAt;
    }

    public BegunUploads.Bounds bounds() {
        return bounds;
    }

    /** How many wait. */
    public long uploads() {
        return uploads;
    }

    /** Their announced bytes together. */
    public long bytes() {
        return bytes;
    }

    /** When the oldest of them is forgotten, if nothing is done. */
    public Instant freeAt() {
        return freeAt;
    }
}
