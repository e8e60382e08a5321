package org.dermarium.ingest.work;

/** What waits in the database for a loop to take it up. */
public enum Queue {
    ACCESSIONS,
    ZIP_UPLOADS,
    METADATA_FILES,
    PUBLICATIONS,
    OWNER_CHANGES
}
