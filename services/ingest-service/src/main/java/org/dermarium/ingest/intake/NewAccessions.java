package org.dermarium.ingest.intake;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.dermarium.ingest.upload.RegisterUpload;
import org.dermarium.upload.UploadedFile;
import reactor.core.publisher.Mono;

/** Where accessions begin. */
public interface NewAccessions {

    /** Sent when some were added. */
    String SIGNAL = "accessions";

    /**
     * Adds them in this order in the caller's transaction, whose commit wakes those who process them. Those whose name
     * the cohort has already are left out, and so is an upload that is an accession already.
     *
     * @return the ids given
     */
    Mono<List<Long>> add(List<NewAccession> accessions);

    /** What an upload that came alone is already, if anything. */
    Mono<RegisterUpload.Known> known(UploadedFile upload);

    /** Those of these names that the cohort has already. */
    Mono<Set<String>> taken(long cohort, Collection<String> fileNames);
}
