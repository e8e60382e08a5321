package org.dermarium.challenge.contest;

import static org.dermarium.store.R2dbcValues.at;
import static org.dermarium.store.R2dbcValues.atOrNull;
import static org.dermarium.store.R2dbcValues.get;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Locale;
import org.dermarium.challenge.access.SqlVisibility;
import org.dermarium.challenge.scoring.Metric;
import org.dermarium.web.Caller;

/** How rows of tasks are read for a caller. */
final class SqlTasks {

    private static final String SELECT = """
            select t.*, c.slug as challenge_slug, c.opens_at, c.closes_at,
              (t.scores_published or c.scores_published) as published,
              coalesce(t.truth_rows, 0) - (%s) as images,
              array(select i.isic_id from task_image i where i.task = t.id and %s order by 1 limit 3) as first_images
            from task t join challenge c on c.id = t.challenge where\s""";

    /** The whole set has as many images as the truth has rows; few of them are hidden. */
    private static final String HIDDEN = """
            select count(*) from image x join task_image i on i.isic_id = x.isic_id
            where x.visibility <> 'public' and i.task = t.id""";

    private SqlTasks() {}

    static String select(Caller caller) {
        String hidden = caller.isStaff() ? "0" : HIDDEN;
        return SELECT.formatted(hidden, SqlVisibility.taskImages(caller).text());
    }

    static Task read(Readable row) {
        return new Task(
                number(row, "id"),
                number(row, "challenge"),
                text(row, "challenge_slug"),
                text(row, "slug"),
                text(row, "name"),
                text(row, "description"),
                TaskType.valueOf(text(row, "type").toUpperCase(Locale.ROOT)),
                Metric.named(text(row, "metric")),
                List.of(get(row, "categories", String[].class)),
                row.get("collection", Long.class),
                atOrNull(row, "opened_at"),
                get(row, "locked", Boolean.class),
                get(row, "hidden", Boolean.class),
                get(row, "published", Boolean.class),
                get(row, "max_approaches", Integer.class),
                get(row, "max_submissions_per_week", Integer.class),
                get(row, "requires_manuscript", Boolean.class),
                get(row, "position", Integer.class),
                at(row, "opens_at"),
                at(row, "closes_at"),
                number(row, "images"),
                List.of(get(row, "first_images", String[].class)));
    }
}
