package org.dermarium.ingest.processing;

import org.dermarium.events.StoredObject;
import org.dermarium.ingest.accession.Picture;
import org.jspecify.annotations.Nullable;

/** An outcome as the columns of its row. */
record SettledRow(
        long id,
        int attempt,
        String status,
        @Nullable String reason,
        FileColumns full,
        FileColumns thumbnail,
        @Nullable Integer width,
        @Nullable Integer height) {

    /** All null where there is no file. */
    record FileColumns(
            @Nullable String key,
            @Nullable Long size,
            @Nullable String sha256,
            @Nullable Long crc32,
            @Nullable String type) {

        static final FileColumns NONE = new FileColumns(null, null, null, null, null);

        static FileColumns of(StoredObject file) {
            return new FileColumns(file.key(), file.size(), file.sha256(), file.crc32(), file.contentType());
        }
    }

    static SettledRow of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted(Claim claim, Picture picture) ->
                new SettledRow(
                        claim.accession(),
                        claim.attempt(),
                        "succeeded",
                        null,
                        FileColumns.of(picture.full()),
                        FileColumns.of(picture.thumbnail()),
                        picture.width(),
                        picture.height());
            case Outcome.Skipped(Claim claim, String reason) -> without(claim, "skipped", reason);
            case Outcome.Failed(Claim claim, String reason) -> without(claim, "failed", reason);
            case Outcome.Postponed postponed -> throw new IllegalArgumentException(postponed + " is not settled");
        };
    }

    private static SettledRow without(Claim claim, String status, String reason) {
        return new SettledRow(
                claim.accession(), claim.attempt(), status, reason, FileColumns.NONE, FileColumns.NONE, null, null);
    }
}
