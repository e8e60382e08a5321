package org.dermarium.catalog.stats;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.r2dbc.spi.Readable;
import java.util.Map;
import java.util.Objects;
import org.dermarium.web.Caller;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Counts of the archive, exact at the moment of the request. Staff see everything counted; for all others what is not
 * public does not exist, so the two image counts, and the two collection counts, are then equal.
 */
@RestController
class StatsController {

    private static final String COUNTS = """
            select
              (select count(*) from image where visibility = 'public' or :all and visibility = 'embargoed') as images,
              (select count(*) from image where visibility = 'public') as public_images,
              (select count(*) from collection where public or :all) as collections,
              (select count(*) from collection where public) as public_collections,
              (select count(*) from collection_doi where state = 'published') as dois,
              (select count(*) from person where active) as users,
              (select count(distinct owner) from image i cross join lateral jsonb_array_elements(i.owners) owner
                 where visibility = 'public' or :all) as uploaders""";

    private final DatabaseClient db;

    StatsController(DatabaseClient db) {
        this.db = db;
    }

    record ImageStats(
            @JsonProperty("images_count") long images,
            @JsonProperty("public_images_count") long publicImages,
            @JsonProperty("annotated_images_count") long annotated) {}

    record CollectionStats(
            @JsonProperty("collections_count") long collections,
            @JsonProperty("public_collections_count") long publicCollections) {}

    record StudyStats(
            @JsonProperty("studies_count") long studies,
            @JsonProperty("public_studies_count") long publicStudies,
            @JsonProperty("study_annotations_count") long annotations) {}

    record UserStats(
            @JsonProperty("users_count") long users,
            @JsonProperty("uploading_users_count") long uploading,
            @JsonProperty("annotating_users_count") long annotating) {}

    record StatsOut(
            ImageStats image,
            CollectionStats collection,
            Map<String, Long> doi,
            StudyStats study,
            UserStats user,
            Map<String, Long> engagement) {}

    @GetMapping("/api/v2/stats/")
    Mono<StatsOut> stats(Caller caller) {
        return db.sql(COUNTS)
                .bind("all", caller.isStaff())
                .map(StatsController::read)
                .one();
    }

    /** There are no studies and sessions to count yet. */
    private static StatsOut read(Readable row) {
        return new StatsOut(
                new ImageStats(count(row, "images"), count(row, "public_images"), 0),
                new CollectionStats(count(row, "collections"), count(row, "public_collections")),
                Map.of("dois_count", count(row, "dois")),
                new StudyStats(0, 0, 0),
                new UserStats(count(row, "users"), count(row, "uploaders"), 0),
                Map.of("30_day_sessions_count", 0L));
    }

    private static long count(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
