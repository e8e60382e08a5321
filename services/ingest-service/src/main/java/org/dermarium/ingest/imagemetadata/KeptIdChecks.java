package org.dermarium.ingest.imagemetadata;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.dermarium.ingest.identifier.PublicIds;
import org.dermarium.ingest.identifier.Subject;
import org.dermarium.ingest.identifier.SubjectKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses rows whose public ids belong to something else. */
@Component
class KeptIdChecks {

    private final PublicIds ids;

    KeptIdChecks(PublicIds ids) {
        this.ids = ids;
    }

    /** Adds to the plan's problems. */
    Mono<Void> check(long cohort, Plan plan) {
        return Flux.fromArray(SubjectKind.values())
                .concatMap(kind -> checkSubjects(cohort, kind, plan))
                .then(checkImages(plan));
    }

    private Mono<Void> checkSubjects(long cohort, SubjectKind kind, Plan plan) {
        var kept = plan.steps.stream().filter(s -> s.kept(kind) != null).toList();
        if (kept.isEmpty()) {
            return Mono.empty();
        }
        return ids.subjects(cohort, kind, given(kept, s -> s.kept(kind)), given(kept, s -> s.own(kind)))
                .collectList()
                .doOnNext(known -> kept.forEach(step -> known.stream()
                        .filter(subject -> clashes(subject, cohort, kind, step))
                        .findFirst()
                        .ifPresent(subject ->
                                plan.refuse(step.row(), "public_" + kind.field(), message(subject, kind, step)))))
                .then();
    }

    private static boolean clashes(Subject subject, long cohort, SubjectKind kind, Plan.Step step) {
        boolean isSameSubject = subject.kind() == kind
                && subject.cohort() == cohort
                && subject.privateId().equals(step.own(kind));
        return isSameSubject != subject.publicId().equals(step.kept(kind));
    }

    private static String message(Subject subject, SubjectKind kind, Plan.Step step) {
        return subject.publicId().equals(step.kept(kind))
                ? step.kept(kind) + " is taken."
                : "This " + kind.field() + " has the public id " + subject.publicId() + " already.";
    }

    private Mono<Void> checkImages(Plan plan) {
        var kept = plan.steps.stream().filter(s -> s.keptImage() != null).toList();
        return ids.holders(given(kept, Plan.Step::keptImage))
                .doOnNext(holders -> kept.forEach(step -> {
                    String id = step.keptImage();
                    Long holder = holders.get(id);
                    if (PublicIds.NEVER_ISSUED.equals(id)
                            || holder != null && holder != step.before().accession()) {
                        plan.refuse(step.row(), "isic_id", id + " is taken.");
                    }
                }))
                .then();
    }

    private static List<String> given(List<Plan.Step> steps, Function<Plan.Step, @Nullable String> id) {
        return steps.stream()
                .map(id)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .distinct()
                .toList();
    }

    /** Public ids that the plan's rows bring along, as subjects of the cohort. */
    static List<Subject> broughtAlong(long cohort, SubjectKind kind, Plan plan, Map<String, String> known) {
        return plan.steps.stream()
                .filter(step -> step.kept(kind) != null && !known.containsKey(String.valueOf(step.own(kind))))
                .map(step -> new Subject(kind, cohort, String.valueOf(step.own(kind)), String.valueOf(step.kept(kind))))
                .distinct()
                .toList();
    }
}
