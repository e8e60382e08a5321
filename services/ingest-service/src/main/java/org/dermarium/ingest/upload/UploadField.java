package org.dermarium.ingest.upload;

import java.util.Arrays;
import java.util.Optional;

/** What a file can be uploaded for. The ids are those that existing clients send. */
public enum UploadField {
    IMAGE("ingest.Accession.original_blob"),
    ZIP("ingest.ZipUpload.blob"),
    METADATA("ingest.MetadataFile.blob"),
    SUPPLEMENT("core.DraftSupplementalFile.blob");

    private final String id;

    UploadField(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    static Optional<UploadField> of(String id) {
        return Arrays.stream(values()).filter(f -> f.id.equals(id)).findFirst();
    }
}
