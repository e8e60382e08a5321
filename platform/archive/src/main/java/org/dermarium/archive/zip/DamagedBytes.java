package org.dermarium.archive.zip;

import java.io.IOException;

/** Bytes are not, or no longer, what was recorded of them. */
public class DamagedBytes extends IOException {

    public DamagedBytes(String message) {
        super(message);
    }
}
