package org.dermarium.upload;

import java.util.Arrays;
import java.util.Optional;

/** What a file can be uploaded for. The ids of the first four are those that existing clients send. */
public enum UploadField {
    IMAGE("ingest.Accession.original_blob"),
    ZIP("ingest.ZipUpload.blob"),
    METADATA("ingest.MetadataFile.blob"),
    SUPPLEMENT("core.DraftSupplementalFile.blob"),
    TRUTH("challenge.Task.ground_truth"),
    MANUSCRIPT("challenge.Approach.manuscript"),
    PREDICTIONS("challenge.Submission.predictions");

    private final String id;

    UploadField(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public static Optional<UploadField> of(String id) {
        return Arrays.stream(values()).filter(f -> f.id.equals(id)).findFirst();
    }
}
