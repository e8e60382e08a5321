package org.dermarium.ingest.csv;

/** A file that is no CSV table this archive can read. The message says where and why, for people. */
public final class UnreadableCsv extends RuntimeException {

    UnreadableCsv(String message) {
        super(message);
    }
}
