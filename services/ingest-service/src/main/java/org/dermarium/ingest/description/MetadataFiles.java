package org.dermarium.ingest.description;

import java.util.List;
import org.dermarium.ingest.metadata.CsvProblem;
import org.dermarium.ingest.metadata.CsvReport;
import org.dermarium.upload.UploadedFile;
import org.dermarium.web.Caller;
import reactor.core.publisher.Mono;

/** All metadata files. */
interface MetadataFiles {

    Mono<Long> add(long cohort, Caller.Member creator, UploadedFile file);

    /** Empty when there is none. */
    Mono<MetadataFile> find(long id);

    /** Begins to apply it; false when it is not valid. */
    Mono<Boolean> startApplying(long id, long by);

    Mono<Void> checked(long id, CsvReport report);

    /** Notes in the caller's transaction that it is applied; an error when somebody else was faster. */
    Mono<Void> applied(long id, int rows);

    Mono<Void> failed(long id, List<CsvProblem> problems);

    /** Forgets the file and gives up its object. */
    Mono<Boolean> delete(long id);
}
