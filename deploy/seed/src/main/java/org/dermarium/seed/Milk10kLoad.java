package org.dermarium.seed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.dermarium.client.Api;
import org.dermarium.client.Cohort;
import org.dermarium.client.Contributor;
import org.dermarium.client.Person;
import org.dermarium.seed.load.CohortLoad;
import org.dermarium.seed.load.Picture;
import org.dermarium.seed.load.Progress;

/** Takes MILK10k over as staff take over an existing archive: its public ids are kept. */
record Milk10kLoad(Api archive) {

    private static final String ATTRIBUTION = "MILK study team";
    private static final String LICENSE = "CC-BY-NC";

    /** @param embargoEvery every so manieth image is embargoed; 0 embargoes none */
    void load(List<Picture> rows, int embargoEvery) {
        List<Picture> pictures = withEmbargo(rows, embargoEvery);
        var contributor = Contributor.named(archive, Person.CONTRIBUTOR, ATTRIBUTION, LICENSE, ATTRIBUTION);
        var cohort = contributor.cohort(
                "MILK10k", "Metadata of the MILK10k data set (CC-BY-NC 4.0, MILK study team) with generated pictures");
        var progress = new Progress("MILK10k", pictures.size());
        var load = new CohortLoad(cohort, Person.STAFF, progress, pictures);
        // At the end of a bundle every image in the archive has its metadata, so none is published without.
        load.bringIn("milk10k", 0, () -> publishWhatIsReady(cohort));
        load.accept();
        cohort.publish(null, null);
        load.awaitPublished(0);
        progress.end(pictures.size() + " images published");
    }

    private static void publishWhatIsReady(Cohort cohort) {
        cohort.accept();
        cohort.publish(null, null);
    }

    static List<Picture> withEmbargo(List<Picture> rows, int every) {
        var pictures = new ArrayList<Picture>();
        for (Picture row : rows) {
            boolean embargoed = every > 0 && pictures.size() % every == every - 1;
            var metadata = new LinkedHashMap<>(row.metadata());
            metadata.put("public", embargoed ? "0" : "1");
            pictures.add(new Picture(row.fileName(), row.bytes(), metadata));
        }
        return pictures;
    }
}
