package org.dermarium.catalog.stats;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.Operation;
import org.dermarium.catalog.access.SqlVisibility;
import org.dermarium.store.R2dbcValues;
import org.dermarium.web.caller.Caller;
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
              %1$s as images,
              %2$s as public_images,
              (select count(*) from collection c where %3$s) as collections,
              (select count(*) from collection c where %4$s) as public_collections,
              (select count(*) from collection_doi where state = 'published') as dois,
              (select count(*) from person where active) as users,
              (select count(distinct owner) from contributor o cross join lateral unnest(o.owners) owner
                 where exists (select from image_count i
                               where i.contributor = o.id and i.images > 0 and %5$s)) as uploaders""";

    private final DatabaseClient db;

    StatsController(DatabaseClient db) {
        this.db = db;
    }

    record ImageStats(long imagesCount, long publicImagesCount, long annotatedImagesCount) {}

    record CollectionStats(long collectionsCount, long publicCollectionsCount) {}

    record StudyStats(long studiesCount, long publicStudiesCount, long studyAnnotationsCount) {}

    record UserStats(long usersCount, long uploadingUsersCount, long annotatingUsersCount) {}

    record DoiStats(long doisCount) {}

    record EngagementStats(
            @JsonProperty("30_day_sessions_count") long sessionsOfThirtyDays) {}

    record StatsOut(
            ImageStats image,
            CollectionStats collection,
            DoiStats doi,
            StudyStats study,
            UserStats user,
            EngagementStats engagement) {}

    @GetMapping("/api/v2/stats/")
    @Operation(summary = "Numbers of images, collections, data sets and people")
    Mono<StatsOut> stats(Caller caller) {
        Caller counting = caller.isStaff() ? caller : Caller.ANONYMOUS;
        return db.sql(COUNTS.formatted(
                        SqlVisibility.imageCount(counting),
                        SqlVisibility.imageCount(Caller.ANONYMOUS),
                        SqlVisibility.collections(counting).text(),
                        SqlVisibility.collections(Caller.ANONYMOUS).text(),
                        // Staff count who uploads even before anything is published.
                        caller.isStaff()
                                ? "true"
                                : SqlVisibility.images(Caller.ANONYMOUS).text()))
                .map(StatsController::read)
                .one();
    }

    /** There are no studies and sessions to count yet. */
    private static StatsOut read(Readable row) {
        return new StatsOut(
                new ImageStats(R2dbcValues.number(row, "images"), R2dbcValues.number(row, "public_images"), 0),
                new CollectionStats(
                        R2dbcValues.number(row, "collections"), R2dbcValues.number(row, "public_collections")),
                new DoiStats(R2dbcValues.number(row, "dois")),
                new StudyStats(0, 0, 0),
                new UserStats(R2dbcValues.number(row, "users"), R2dbcValues.number(row, "uploaders"), 0),
                new EngagementStats(0));
    }
}
