package org.dermarium.ingest.identifier;

import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives public ids. All methods join the caller's transaction. Ids are drawn at random, and the primary key decides who was
 * first; nobody waits for a lock on a table. Seven digits below 9,999,999, so the largest number is never issued.
 */
@Repository
public class PublicIds {

    /** The largest number, which no image ever gets. */
    public static final String NEVER_ISSUED = "ISIC_9999999";

    private static final int TRIES = 20;

    private final DatabaseClient db;

    PublicIds(DatabaseClient db) {
        this.db = db;
    }

    /** Those subjects that have one of these public ids anywhere, or one of these private ids in the cohort. */
    public Flux<Subject> subjects(
            long cohort, SubjectKind kind, Collection<String> publicIds, Collection<String> privateIds) {
        return db.sql("""
                        select public_id, kind, cohort, private_id from subject where public_id = any(:publics)
                        union
                        select public_id, kind, cohort, private_id from subject
                        where cohort = :cohort and kind = :kind and private_id = any(:privates)""")
                .bind("cohort", cohort)
                .bind("kind", kind.label())
                .bind("publics", publicIds.toArray(String[]::new))
                .bind("privates", privateIds.toArray(String[]::new))
                .map(row -> new Subject(
                        SubjectKind.valueOf(text(row, "kind").toUpperCase(Locale.ROOT)),
                        number(row, "cohort"),
                        text(row, "private_id"),
                        text(row, "public_id")))
                .all();
    }

    /** Notes subjects whose public ids are kept. */
    public Mono<Void> keep(Collection<Subject> subjects) {
        if (subjects.isEmpty()) {
            return Mono.empty();
        }
        return db.sql("""
                        insert into subject(public_id, kind, cohort, private_id)
                        select * from unnest(:publics::text[], :kinds::text[], :cohorts::bigint[], :privates::text[])""")
                .bind("publics", subjects.stream().map(Subject::publicId).toArray(String[]::new))
                .bind("kinds", subjects.stream().map(s -> s.kind().label()).toArray(String[]::new))
                .bind("cohorts", subjects.stream().map(Subject::cohort).toArray(Long[]::new))
                .bind("privates", subjects.stream().map(Subject::privateId).toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** The public ids of the cohort's private ids, drawn at random where there is none yet. */
    public Mono<Map<String, String>> publicIds(long cohort, SubjectKind kind, Collection<String> privateIds) {
        return privateIds.isEmpty() ? Mono.just(Map.of()) : publicIds(cohort, kind, privateIds, TRIES);
    }

    private Mono<Map<String, String>> publicIds(
            long cohort, SubjectKind kind, Collection<String> privateIds, int tries) {
        return subjects(cohort, kind, List.of(), privateIds)
                .collectMap(Subject::privateId, Subject::publicId)
                .flatMap(known -> {
                    var missing = new HashSet<>(privateIds);
                    missing.removeAll(known.keySet());
                    if (missing.isEmpty()) {
                        return Mono.just(known);
                    }
                    return tries == 0
                            ? Mono.error(new IllegalStateException("no free id for a " + kind.label()))
                            : draw(cohort, kind, missing).then(publicIds(cohort, kind, privateIds, tries - 1));
                });
    }

    private Mono<Void> draw(long cohort, SubjectKind kind, Collection<String> privateIds) {
        return db.sql("""
                        insert into subject(public_id, kind, cohort, private_id)
                        select :prefix || lpad(floor(random() * 9999999)::int::text, 7, '0'), :kind, :cohort, wanted.id
                        from unnest(:privates::text[]) wanted(id)
                        order by wanted.id
                        on conflict do nothing""")
                .bind("prefix", kind.prefix())
                .bind("kind", kind.label())
                .bind("cohort", cohort)
                .bind("privates", privateIds.toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Which accessions have these image ids. */
    public Mono<Map<String, Long>> holders(Collection<String> isicIds) {
        return isicIds.isEmpty()
                ? Mono.just(Map.of())
                : db.sql("select id, accession from isic_id where id = any(:ids)")
                        .bind("ids", isicIds.toArray(String[]::new))
                        .map(row -> Map.entry(text(row, "id"), number(row, "accession")))
                        .all()
                        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Gives accessions image ids that are kept, in place of what they had. */
    public Mono<Void> keepImages(Map<Long, String> isicIdByAccession) {
        if (isicIdByAccession.isEmpty()) {
            return Mono.empty();
        }
        var accessions = List.copyOf(isicIdByAccession.keySet());
        return db.sql("delete from isic_id where accession = any(:accessions)")
                .bind("accessions", accessions.toArray(Long[]::new))
                .fetch()
                .rowsUpdated()
                .then(db.sql("""
                                insert into isic_id(id, accession)
                                select * from unnest(:ids::text[], :accessions::bigint[]) order by 1""")
                        .bind(
                                "ids",
                                accessions.stream().map(isicIdByAccession::get).toArray(String[]::new))
                        .bind("accessions", accessions.toArray(Long[]::new))
                        .fetch()
                        .rowsUpdated())
                .then();
    }

    /** The image ids of accessions, drawn at random where there is none yet. */
    public Mono<Map<Long, String>> imageIds(List<Long> accessions) {
        return accessions.isEmpty() ? Mono.just(Map.of()) : imageIds(accessions, TRIES);
    }

    private Mono<Map<Long, String>> imageIds(List<Long> accessions, int tries) {
        return db.sql("select id, accession from isic_id where accession = any(:accessions)")
                .bind("accessions", accessions.toArray(Long[]::new))
                .map(row -> Map.entry(number(row, "accession"), text(row, "id")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .flatMap(known -> {
                    var missing = accessions.stream()
                            .filter(accession -> !known.containsKey(accession))
                            .toList();
                    if (missing.isEmpty()) {
                        return Mono.just((Map<Long, String>) new HashMap<>(known));
                    }
                    return tries == 0
                            ? Mono.error(new IllegalStateException("no free image id"))
                            : drawImages(missing).then(imageIds(accessions, tries - 1));
                });
    }

    private Mono<Void> drawImages(List<Long> accessions) {
        return db.sql("""
                        insert into isic_id(id, accession)
                        select 'ISIC_' || lpad(floor(random() * 9999999)::int::text, 7, '0'), wanted.accession
                        from unnest(:accessions::bigint[]) wanted(accession)
                        on conflict do nothing""")
                .bind("accessions", accessions.toArray(Long[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }
}
