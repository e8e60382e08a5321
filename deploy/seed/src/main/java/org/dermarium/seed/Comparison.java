package org.dermarium.seed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.dermarium.client.Api;
import org.dermarium.client.Cohort;
import org.dermarium.client.Contributor;
import org.dermarium.client.Person;
import org.dermarium.seed.ComparisonSet.Row;
import org.dermarium.seed.load.CohortLoad;
import org.dermarium.seed.load.Collections;
import org.dermarium.seed.load.Progress;
import org.dermarium.seed.load.SeedFailed;

/**
 * Makes an archive answer as the recorded one: the same images in the same order of publication, the same people, names
 * and collections. It needs an archive that holds nothing else.
 */
final class Comparison {

    private static final Person STAFF = new Person("staff@example.org", "Staff", "Member", true);
    private static final Person PLAIN = new Person("plain@example.org", "Plain", "User", false);
    private static final Person OWNER = new Person("owner@example.org", "Owner", "Person", false);

    private final Api archive;
    private final List<Row> rows;

    Comparison(Api archive, List<Row> rows) {
        this.archive = archive;
        this.rows = rows;
    }

    void load() {
        for (Person person : List.of(PLAIN, STAFF, OWNER)) {
            archive.userId(person);
        }
        var contributor = Contributor.named(archive, OWNER, "Example Skin Clinic", "CC-BY-NC", "MILK study team");
        var progress = new Progress("Comparison set", rows.size());
        var cohorts = new ArrayList<Cohort>();
        for (int part = 0; part < 2; part++) {
            cohorts.add(bringIn(contributor, part, progress));
        }
        publishInOrder(cohorts, progress);
        makeCollections(isicIds(cohorts));
        progress.end(rows.size() + " images published, 4 collections");
    }

    private Cohort bringIn(Contributor contributor, int part, Progress progress) {
        Cohort cohort = contributor.cohort("MILK10k part " + part, "");
        var pictures =
                rows.stream().filter(r -> r.cohort() == part).map(Row::picture).toList();
        var load = new CohortLoad(cohort, STAFF, progress, pictures);
        load.bringIn("comparison-" + part, part * pictures.size(), () -> {});
        load.accept();
        return cohort;
    }

    /** The cohorts alternate, and listings show the order of publication. */
    private void publishInOrder(List<Cohort> cohorts, Progress progress) {
        var known = List.of(cohorts.get(0).accessions(), cohorts.get(1).accessions());
        int published = 0;
        for (int from = 0; from < rows.size(); ) {
            int part = rows.get(from).cohort();
            var run = new ArrayList<Long>();
            for (; from < rows.size() && rows.get(from).cohort() == part; from++) {
                var accession = known.get(part).get(rows.get(from).picture().fileName());
                if (accession == null) {
                    throw new SeedFailed(rows.get(from).picture().fileName() + " is not in its cohort");
                }
                if (!accession.get("state").asString().equals("published")) {
                    run.add(accession.get("id").asLong());
                }
                published++;
            }
            if (!run.isEmpty()) {
                cohorts.get(part).publish(null, run);
            }
            progress.show(published, "published");
        }
        for (int part = 0; part < 2; part++) {
            int wanted = part;
            var pictures = rows.stream()
                    .filter(r -> r.cohort() == wanted)
                    .map(Row::picture)
                    .toList();
            new CohortLoad(cohorts.get(part), STAFF, progress, pictures).awaitPublished(0);
        }
    }

    private Map<String, String> isicIds(List<Cohort> cohorts) {
        var ids = new HashMap<String, String>();
        cohorts.forEach(c -> c.accessions()
                .forEach((file, a) -> ids.put(file, a.path("isic_id").asString(""))));
        return ids;
    }

    private void makeCollections(Map<String, String> ids) {
        var collections = new Collections(archive);
        long a = collections.filled(
                OWNER,
                "Comparison A, sevenths",
                "Every seventh public row",
                chosen(ids, r -> r.isPublic() && r.index() % 7 == 0));
        collections.makePublic(OWNER, a);
        collections.filled(OWNER, "Comparison B, elevenths", "", chosen(ids, r -> r.index() % 11 == 0));
        long c = collections.filled(
                OWNER, "Comparison C, thirteenths", "Shared with **plain**", chosen(ids, r -> r.index() % 13 == 0));
        collections.share(c, PLAIN);
        long d = collections.filled(
                OWNER,
                "Comparison D, first 150",
                "# Pinned\nThe first 150 public rows",
                chosen(ids, Row::isPublic).subList(0, 150));
        collections.makePublic(OWNER, d);
        collections.pin(d);
    }

    private List<String> chosen(Map<String, String> ids, Predicate<Row> wanted) {
        return rows.stream()
                .filter(wanted)
                .map(r -> ids.getOrDefault(r.picture().fileName(), ""))
                .toList();
    }
}
