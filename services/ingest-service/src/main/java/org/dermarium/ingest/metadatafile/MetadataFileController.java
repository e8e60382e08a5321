package org.dermarium.ingest.metadatafile;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.dermarium.apidocs.Refuses;
import org.dermarium.ingest.cohort.Cohorts;
import org.dermarium.upload.UploadField;
import org.dermarium.upload.UploadedFiles;
import org.dermarium.web.Created;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.caller.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For owners of the cohort and staff; the rest as existing clients know it. */
@RestController
@RequestMapping("/api/v2/metadata-files")
class MetadataFileController {

    private final MetadataFiles files;
    private final Cohorts cohorts;
    private final UploadedFiles uploads;

    MetadataFileController(MetadataFiles files, Cohorts cohorts, UploadedFiles uploads) {
        this.files = files;
        this.cohorts = cohorts;
        this.uploads = uploads;
    }

    record MetadataFileIn(@NotNull Long cohort, @NotNull String blob) {}

    @PostMapping("/")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Refuses(404)
    @Operation(summary = "Hand in a table of metadata for a cohort; it is checked behind the request")
    Mono<Created> create(Caller.Member member, @RequestBody Mono<MetadataFileIn> body) {
        return body.flatMap(given -> {
            long cohort = given.cohort();
            var file = uploads.redeem(member, UploadField.METADATA, "blob", given.blob());
            return cohorts.checkVisible(member, cohort)
                    .then(Mono.defer(() -> files.add(cohort, member, file)))
                    .map(Created::new);
        });
    }

    @GetMapping("/{id}/")
    @Operation(summary = "A table of metadata and what is wrong with it")
    Mono<MetadataFile> one(@PathVariable long id, Caller.Member member) {
        return visible(member, id);
    }

    @PostMapping("/{id}/update_metadata/")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "applyMetadataFile",
            summary = "Write the values of a valid table to the accessions; it goes on behind the request")
    Mono<Map<String, Object>> apply(@PathVariable long id, Caller.Member member) {
        return visible(member, id)
                .flatMap(file -> files.startApplying(id, member.id())
                        .flatMap(started -> started
                                ? Mono.<Map<String, Object>>just(Map.of())
                                : Mono.error(Refusal.conflict(
                                        "The file is " + file.status().label()
                                                + "; only a valid one can be applied, and only once."))));
    }

    @DeleteMapping("/{id}/")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a table of metadata")
    Mono<Void> delete(@PathVariable long id, @Staff Caller.Member staff) {
        return files.delete(id).flatMap(deleted -> deleted ? Mono.<Void>empty() : Mono.error(Refusal.notFound()));
    }

    private Mono<MetadataFile> visible(Caller.Member member, long id) {
        return files.find(id)
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .flatMap(file -> cohorts.checkVisible(member, file.cohort()).thenReturn(file));
    }
}
