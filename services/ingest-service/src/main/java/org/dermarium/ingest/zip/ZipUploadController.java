package org.dermarium.ingest.zip;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.NotNull;
import org.dermarium.apidocs.Refuses;
import org.dermarium.ingest.cohort.Cohorts;
import org.dermarium.ingest.newaccession.RequestedVisibility;
import org.dermarium.input.OneOf;
import org.dermarium.outbox.TraceParent;
import org.dermarium.upload.UploadField;
import org.dermarium.upload.UploadedFiles;
import org.dermarium.web.Created;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v2/zip-uploads")
class ZipUploadController {

    private final ZipUploads zips;
    private final Cohorts cohorts;
    private final UploadedFiles uploads;
    private final TraceParent traces;

    ZipUploadController(ZipUploads zips, Cohorts cohorts, UploadedFiles uploads, TraceParent traces) {
        this.zips = zips;
        this.cohorts = cohorts;
        this.uploads = uploads;
        this.traces = traces;
    }

    /** @param publish for staff: {@code public} or {@code embargoed} as soon as each image is processed */
    record ZipUploadIn(
            @NotNull Long cohort,
            @NotNull String blob,
            @Nullable @OneOf({"public", "embargoed"}) String publish) {}

    @PostMapping("/")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Refuses({403, 404})
    @Operation(summary = "Hand in a ZIP of images for a cohort; it is unpacked behind the request")
    Mono<Created> create(Caller.Member member, @RequestBody Mono<ZipUploadIn> body) {
        return body.flatMap(given -> {
            if (given.publish() != null && !member.isStaff()) {
                throw Refusal.forbidden("Only staff can set publish.");
            }
            long cohort = given.cohort();
            RequestedVisibility publish = RequestedVisibility.parse(given.publish());
            var file = uploads.redeem(member, UploadField.ZIP, "blob", given.blob());
            return cohorts.checkVisible(member, cohort)
                    .then(Mono.defer(() -> zips.add(cohort, member.id(), file, publish, traces.current())))
                    .map(Created::new);
        });
    }

    @GetMapping("/{id}/")
    @Operation(summary = "A ZIP of images and what is wrong with it")
    Mono<ZipUpload> one(@PathVariable long id, Caller.Member member) {
        return zips.find(id)
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .flatMap(zip -> cohorts.checkVisible(member, zip.cohort()).thenReturn(zip));
    }
}
