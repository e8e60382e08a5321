package org.dermarium.ingest.unpack;

import java.util.List;
import org.dermarium.ingest.intake.Wish;
import org.dermarium.upload.UploadedFile;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** All ZIP uploads. */
interface ZipUploads {

    /** The id of the one ZIP upload that this file becomes, however often it is added. */
    Mono<Long> add(long cohort, long creator, UploadedFile file, @Nullable Wish wish, @Nullable String traceparent);

    /** Empty when there is none. */
    Mono<ZipUpload> find(long id);

    /** Notes that it is being taken apart. */
    Mono<Void> extracting(long id);

    /** Notes in the caller's transaction that it is done; an error when somebody else was faster. */
    Mono<Void> extracted(ZipUpload zip, int accessions);

    /** Notes in the caller's transaction why nothing was taken, and gives up the object. */
    Mono<Void> failed(ZipUpload zip, String reason, List<ZipProblem> problems);
}
