package org.dermarium.doi.dois;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.dermarium.doi.dataset.DataSet;
import org.dermarium.doi.known.Members;
import org.dermarium.doi.known.Summary;
import org.dermarium.doi.release.Release;
import org.dermarium.doi.release.Releases;
import org.dermarium.web.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The data sets that DOIs stand for: as they are now while they are drafts, and as they were then once they are frozen. A
 * draft exists only for staff and its creator; to everybody else it is {@link org.dermarium.web.Refusal}, as is a DOI that
 * never was.
 */
@Service
public class DataSets {

    private static final String VERSION = "1.0.0";
    private static final int TOGETHER = 100;
    private static final Mono<List<DataSet.DataFile>> NO_FILES = Mono.just(List.of());

    private final Dois dois;
    private final Members members;
    private final Releases releases;

    DataSets(Dois dois, Members members, Releases releases) {
        this.dois = dois;
        this.members = members;
        this.releases = releases;
    }

    /** @param doi prefix, slash and suffix */
    public Mono<DataSet> visible(Caller caller, String doi) {
        return dois.visibleNamed(caller, doi).flatMap(this::describe);
    }

    public Mono<DataSet> bySlug(Caller caller, String slug) {
        return dois.visible(caller, slug).flatMap(this::describe);
    }

    /** Those that everybody sees, newest first. */
    public Flux<DataSet> published() {
        return dois.published().buffer(TOGETHER).concatMap(this::describeAll);
    }

    public Mono<DataSet> describe(Doi doi) {
        return describeAll(List.of(doi)).single();
    }

    /** In the order given. */
    public Flux<DataSet> describeAll(List<Doi> all) {
        List<Long> unfrozen = all.stream()
                .filter(d -> d.frozen() == null)
                .map(Doi::collection)
                .toList();
        Mono<Map<Long, Summary>> summaries = unfrozen.isEmpty() ? Mono.just(Map.of()) : members.summaries(unfrozen);
        return summaries.flatMapMany(now -> Flux.fromIterable(all)
                .concatMap(doi -> (doi.isPublished() ? files(doi) : NO_FILES)
                        .map(files -> dataSet(doi, summary(doi, now), files, doi.isPublished(), doi.publishedAt()))));
    }

    /** As it is to be once it is published. */
    public Mono<DataSet> toPublish(Doi doi, Instant at) {
        return files(doi).map(files -> dataSet(doi, summary(doi, Map.of()), files, true, at));
    }

    private Mono<List<DataSet.DataFile>> files(Doi doi) {
        return releases.of(doi.name()).map(Release::files).defaultIfEmpty(List.of());
    }

    private static Summary summary(Doi doi, Map<Long, Summary> now) {
        Summary frozen = doi.frozen();
        return frozen == null ? now.getOrDefault(doi.collection(), Summary.EMPTY) : frozen;
    }

    private static DataSet dataSet(
            Doi doi,
            Summary summary,
            List<DataSet.DataFile> files,
            boolean isPublished,
            @Nullable Instant publishedAt) {
        int year = summary.newestYear() > 0
                ? summary.newestYear()
                : doi.createdAt().atOffset(ZoneOffset.UTC).getYear();
        return new DataSet(
                doi.name(),
                doi.slug(),
                isPublished,
                doi.title(),
                doi.description(),
                VERSION,
                doi.collection(),
                summary.creators(),
                summary.licenses(),
                summary.images(),
                summary.lesions(),
                summary.patients(),
                doi.related(),
                files,
                year,
                publishedAt,
                doi.createdAt(),
                doi.changedAt());
    }
}
