package org.dermarium.ingest.metadata.cell;

/** What became of one cell. */
public sealed interface Reading {

    /** @param value text, Integer or Boolean */
    record Value(Object value) implements Reading {}

    record Refused(String code, String message) implements Reading {}
}
