package org.dermarium.ingest.imagemetadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dermarium.events.bus.EventType;
import org.dermarium.ingest.accession.Accession;
import org.dermarium.ingest.accession.ImageEvents;
import org.dermarium.ingest.identifier.PublicIds;
import org.dermarium.ingest.identifier.Subject;
import org.dermarium.ingest.identifier.SubjectKind;
import org.dermarium.ingest.metadata.ImageRow;
import org.dermarium.ingest.problem.MetadataProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Applies rows to the metadata of images. A blank cell changes nothing; a path of diagnosis or site replaces the
 * complete former one; the review is dropped only when something that reviewers see has changed.
 */
@Service
public class ApplyMetadata {

    private final MetadataRecords descriptions;
    private final KeptIdChecks keptIds;
    private final PublicIds ids;
    private final ImageEvents events;

    ApplyMetadata(MetadataRecords descriptions, KeptIdChecks keptIds, PublicIds ids, ImageEvents events) {
        this.descriptions = descriptions;
        this.keptIds = keptIds;
        this.ids = ids;
        this.events = events;
    }

    /** What forbids applying the rows; changes nothing. */
    public Mono<List<MetadataProblem>> problems(long cohort, List<ImageRow> rows) {
        return descriptions
                .named(cohort, names(rows))
                .flatMap(stored -> planned(cohort, rows, stored))
                .map(plan -> plan.problems);
    }

    /**
     * Applies the rows in the caller's transaction.
     *
     * @return the accessions changed
     * @throws RowsRefused (as signal) when any row cannot be applied; roll back then
     */
    public Mono<List<Accession>> apply(long cohort, List<ImageRow> rows, long by) {
        return descriptions
                .locked(cohort, names(rows))
                .flatMap(stored -> planned(cohort, rows, stored))
                .flatMap(plan -> plan.problems.isEmpty()
                        ? applied(cohort, plan, by)
                        : Mono.error(new RowsRefused(plan.problems)));
    }

    private Mono<Plan> planned(long cohort, List<ImageRow> rows, List<MetadataRecord> stored) {
        Plan plan = Plan.of(rows, stored);
        return keptIds.check(cohort, plan).thenReturn(plan);
    }

    private Mono<List<Accession>> applied(long cohort, Plan plan, long by) {
        return Flux.fromArray(SubjectKind.values())
                .concatMap(kind -> subjects(cohort, kind, plan).map(known -> Map.entry(kind, known)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .flatMap(known -> ids.keepImages(keptImages(plan)).then(write(plan, known, by)));
    }

    private Mono<Map<String, String>> subjects(long cohort, SubjectKind kind, Plan plan) {
        List<String> own = plan.steps.stream()
                .map(step -> step.own(kind))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .distinct()
                .toList();
        if (own.isEmpty()) {
            return Mono.just(Map.of());
        }
        return ids.subjects(cohort, kind, List.of(), own)
                .collectMap(Subject::privateId, Subject::publicId)
                .flatMap(known -> ids.keep(KeptIdChecks.broughtAlong(cohort, kind, plan, known)))
                .then(ids.publicIds(cohort, kind, own));
    }

    private static Map<Long, String> keptImages(Plan plan) {
        var kept = new HashMap<Long, String>();
        plan.steps.forEach(step -> {
            if (step.keptImage() != null) {
                kept.put(step.before().accession(), step.keptImage());
            }
        });
        return kept;
    }

    private Mono<List<Accession>> write(Plan plan, Map<SubjectKind, Map<String, String>> known, long by) {
        var changed = new ArrayList<MetadataRecord>();
        var reviewAgain = new HashSet<Long>();
        for (Plan.Step step : plan.steps) {
            MetadataRecord after = identified(step, known);
            if (!after.equals(step.before())) {
                changed.add(after);
            }
            if (after.differs(step.before())) {
                reviewAgain.add(after.accession());
            }
        }
        return changed.isEmpty()
                ? Mono.just(List.of())
                : descriptions
                        .write(changed, reviewAgain, by)
                        .then(Mono.defer(() -> events.append(
                                EventType.IMAGE_METADATA_CHANGED,
                                changed.stream().map(MetadataRecord::accession).toList())));
    }

    private static MetadataRecord identified(Plan.Step step, Map<SubjectKind, Map<String, String>> known) {
        MetadataRecord after = step.after();
        return new MetadataRecord(
                after.accession(),
                after.fileName(),
                after.published(),
                after.fields(),
                after.unstructured(),
                publicId(SubjectKind.LESION, step, known),
                publicId(SubjectKind.PATIENT, step, known),
                publicId(SubjectKind.RCM_CASE, step, known),
                after.license(),
                after.attribution(),
                after.rowPublic());
    }

    private static @Nullable String publicId(
            SubjectKind kind, Plan.Step step, Map<SubjectKind, Map<String, String>> known) {
        String own = step.own(kind);
        return own == null ? null : known.getOrDefault(kind, Map.of()).get(own);
    }

    private static List<String> names(List<ImageRow> rows) {
        return rows.stream().map(ImageRow::fileName).toList();
    }
}
