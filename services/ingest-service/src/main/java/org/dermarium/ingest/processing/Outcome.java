package org.dermarium.ingest.processing;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.dermarium.ingest.accession.Picture;

/** What became of a claimed accession. */
sealed interface Outcome {

    Claim claim();

    /** As the accession's row has it. */
    @JsonProperty
    String status();

    /** Stored, to be reviewed. */
    record Accepted(Claim claim, Picture picture) implements Outcome {
        @Override
        public String status() {
            return "succeeded";
        }
    }

    /** Not an image the archive takes; the sender can mend that. */
    record Skipped(Claim claim, String reason) implements Outcome {
        @Override
        public String status() {
            return "skipped";
        }
    }

    /** The archive could not do it. */
    record Failed(Claim claim, String reason) implements Outcome {
        @Override
        public String status() {
            return "failed";
        }
    }

    /** Storage is away: to be tried again later, and not counted as an attempt. */
    record Postponed(Claim claim) implements Outcome {
        @Override
        public String status() {
            return "created";
        }
    }
}
