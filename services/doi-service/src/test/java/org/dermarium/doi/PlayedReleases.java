package org.dermarium.doi;

import static org.dermarium.store.R2dbcValues.text;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dermarium.doi.dataset.DataSet.DataFile;
import org.dermarium.doi.dois.Dois;
import org.dermarium.doi.release.Releases;
import org.dermarium.store.JsonColumns;
import org.dermarium.work.WorkQueues;
import org.springframework.r2dbc.core.DatabaseClient;

/** Has the test say when an ordered release is frozen: its jobs lie where no builder takes them. */
public final class PlayedReleases {

    private static final long BYTES = 1_000;

    private static final List<String> HOLD = List.of("""
            create or replace function hold_release() returns trigger language plpgsql as
            $$ begin new.due_at := now() + interval '100 years'; return new; end $$""", """
            create or replace trigger hold_release before insert or update on job
            for each row when (new.queue = 'releases') execute function hold_release()""");

    private static final String FREEZE = """
            update release set state = 'frozen', frozen_at = now(), files = :files where doi = :doi and state = 'building'""";

    private static final String END = "update release set state = 'ended', problem = :problem where doi = :doi";

    private final Supplier<DatabaseClient> db;
    private final Supplier<WorkQueues> queues;

    /** @param db of whichever process runs now */
    public PlayedReleases(Supplier<DatabaseClient> db, Supplier<WorkQueues> queues) {
        this.db = db;
        this.queues = queues;
    }

    /** Before anything is ordered. */
    public void hold() {
        HOLD.forEach(sql -> db.get().sql(sql).then().block());
    }

    /** The images that each release was ordered of. */
    public Map<String, List<String>> orders() {
        return db.get()
                .sql("select doi, isic_ids from release where state <> 'ended'")
                .map(row -> Map.entry(text(row, "doi"), List.of(row.get("isic_ids", String[].class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .block();
    }

    public void freeze(String doi) {
        String slug = db.get()
                .sql("select slug from release where doi = :doi")
                .bind("doi", doi)
                .mapValue(String.class)
                .one()
                .block();
        var bundle = new DataFile(
                DataFile.Kind.BUNDLE,
                slug + ".zip",
                "Images and metadata",
                BYTES,
                "ab".repeat(32),
                "application/zip",
                "dois/" + doi.replace('/', '-') + "/" + slug + ".zip");
        change(db.get().sql(FREEZE).bind("files", JsonColumns.write(List.of(bundle))), doi);
    }

    /** Says that no files can be made of it. */
    public void end(String doi, String problem) {
        change(db.get().sql(END).bind("problem", problem), doi);
    }

    private void change(DatabaseClient.GenericExecuteSpec change, String doi) {
        change.bind("doi", doi).then().block();
        queues.get().named(Releases.QUEUE).remove(doi).block();
        queues.get().named(Dois.QUEUE).wakeAll(List.of(doi)).block();
    }
}
