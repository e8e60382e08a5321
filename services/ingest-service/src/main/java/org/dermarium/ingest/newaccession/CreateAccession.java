package org.dermarium.ingest.newaccession;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dermarium.ingest.cohort.Cohorts;
import org.dermarium.ingest.imagemetadata.ApplyMetadata;
import org.dermarium.ingest.imagemetadata.RowsRefused;
import org.dermarium.ingest.metadata.ArchiveColumns;
import org.dermarium.ingest.metadata.ImageRow;
import org.dermarium.ingest.metadata.MetadataRow;
import org.dermarium.ingest.metadata.Parsed;
import org.dermarium.ingest.original.Original;
import org.dermarium.ingest.problem.MetadataProblem;
import org.dermarium.ingest.upload.RegisterUpload;
import org.dermarium.outbox.TraceParent;
import org.dermarium.upload.UploadField;
import org.dermarium.upload.UploadedFile;
import org.dermarium.upload.UploadedFiles;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Makes an uploaded file an accession, with its metadata if it has any: both or neither. */
@Service
class CreateAccession {

    private final Cohorts cohorts;
    private final UploadedFiles uploads;
    private final NewAccessions accessions;
    private final ApplyMetadata metadata;
    private final RegisterUpload register;
    private final TraceParent traces;

    CreateAccession(
            Cohorts cohorts,
            UploadedFiles uploads,
            NewAccessions accessions,
            ApplyMetadata metadata,
            RegisterUpload register,
            TraceParent traces) {
        this.cohorts = cohorts;
        this.uploads = uploads;
        this.accessions = accessions;
        this.metadata = metadata;
        this.register = register;
        this.traces = traces;
    }

    /** Gives its id once everything is stored. The same upload is one accession, however often it is sent. */
    Mono<Long> take(Caller.Member caller, AccessionIn given) {
        UploadedFile file = uploads.redeem(caller, UploadField.IMAGE, "original_blob", given.originalBlob());
        RequestedVisibility publish = RequestedVisibility.parse(given.publish());
        Parsed parsed = parsed(given.metadata());
        ArchiveColumns archive = archive(given.isicId());
        var accession = new NewAccession(
                given.cohort(),
                caller.id(),
                null,
                file.name(),
                new Original(file.key(), file.size(), null),
                given.asked(),
                publish,
                traces.current());
        return cohorts.checkVisible(caller, given.cohort())
                .then(Mono.defer(
                        () -> stored(file, accession, given.saysSomething() ? row(accession, parsed, archive) : null)));
    }

    private Mono<Long> stored(UploadedFile file, NewAccession accession, @Nullable ImageRow row) {
        return register.once(
                file,
                new RegisterUpload.Wanted(NewAccession.KIND, accession.cohort(), accession.asked()),
                () -> accessions.known(file),
                () -> accessions
                        .add(List.of(accession))
                        .flatMap(ids -> Mono.justOrEmpty(ids.stream().findFirst()))
                        .flatMap(id -> described(id, accession, row)),
                () -> Refusal.rule("An accession with this name already exists."));
    }

    private Mono<Long> described(long id, NewAccession accession, @Nullable ImageRow row) {
        return row == null
                ? Mono.just(id)
                : metadata.apply(accession.cohort(), List.of(row), accession.creator())
                        .onErrorMap(RowsRefused.class, refused -> invalid(refused.problems()))
                        .thenReturn(id);
    }

    private static ImageRow row(NewAccession accession, Parsed parsed, @Nullable ArchiveColumns archive) {
        return new ImageRow(0, accession.fileName(), parsed, archive);
    }

    private static Parsed parsed(@Nullable Map<String, Object> metadata) {
        Parsed parsed = MetadataRow.parse(Objects.requireNonNullElse(metadata, Map.of()));
        refuse(parsed.problems());
        return parsed;
    }

    private static @Nullable ArchiveColumns archive(@Nullable String isicId) {
        if (isicId == null) {
            return null;
        }
        ArchiveColumns archive = ArchiveColumns.parse(Map.of("isic_id", isicId));
        refuse(archive.problems());
        return archive;
    }

    private static void refuse(List<MetadataProblem> problems) {
        if (!problems.isEmpty()) {
            throw invalid(problems);
        }
    }

    /** Of no field when several do not fit together. */
    private static Refusal invalid(List<MetadataProblem> problems) {
        return Refusal.rule(
                "Invalid metadata.",
                problems.stream()
                        .map(p -> Map.of("field", Objects.requireNonNullElse(p.column(), ""), "message", p.message()))
                        .toList());
    }
}
