package org.dermarium.challenge.submission;

import static org.dermarium.store.R2dbcValues.at;
import static org.dermarium.store.R2dbcValues.atOrNull;
import static org.dermarium.store.R2dbcValues.get;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.dermarium.challenge.scoring.TableProblem;
import org.dermarium.events.StoredObject;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How rows of submissions are read. */
final class SqlSubmissions {

    static final String COLUMNS = """
            s.id, s.version, s.task, s.approach, s.team, s.creator, s.predictions_bucket, s.predictions_key,
            s.predictions_size, s.predictions_sha256, s.predictions_crc32, s.predictions_content_type, s.status, s.attempt,
            s.created_at, s.changed_at, s.scored_at, s.overall, s.validation, s.problems::text as problem_list,
            a.name as approach_name, (t.scores_published or c.scores_published) as published
            """;

    static final String TABLES = """
            from submission s join approach a on a.id = s.approach join task t on t.id = s.task
              join challenge c on c.id = t.challenge
            """;

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<TableProblem>> PROBLEMS = new TypeReference<>() {};

    private SqlSubmissions() {}

    static Entry read(Readable row) {
        return new Entry(
                number(row, "id"),
                number(row, "version"),
                number(row, "task"),
                number(row, "approach"),
                text(row, "approach_name"),
                number(row, "team"),
                number(row, "creator"),
                new StoredObject(
                        text(row, "predictions_bucket"),
                        text(row, "predictions_key"),
                        number(row, "predictions_size"),
                        text(row, "predictions_sha256"),
                        number(row, "predictions_crc32"),
                        text(row, "predictions_content_type")),
                Status.named(text(row, "status")),
                get(row, "attempt", Integer.class),
                at(row, "created_at"),
                at(row, "changed_at"),
                atOrNull(row, "scored_at"),
                row.get("overall", Double.class),
                row.get("validation", Double.class),
                problems(text(row, "problem_list")),
                get(row, "published", Boolean.class));
    }

    private static List<TableProblem> problems(String json) {
        return json.equals("[]") ? List.of() : JSON.readValue(json, PROBLEMS);
    }
}
