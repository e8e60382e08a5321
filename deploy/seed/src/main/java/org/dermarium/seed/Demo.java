package org.dermarium.seed;

import java.util.ArrayList;
import java.util.List;
import org.dermarium.client.Api;
import org.dermarium.client.Cohort;
import org.dermarium.client.Contributor;
import org.dermarium.client.Person;
import org.dermarium.seed.load.CohortLoad;
import org.dermarium.seed.load.Collections;
import org.dermarium.seed.load.Picture;
import org.dermarium.seed.load.Progress;

/** The archive one sees after the first start. */
record Demo(Api archive) {

    private static final int PUBLIC = 240;
    private static final int EMBARGOED = 80;

    void load() {
        var contributor = Contributor.named(
                archive, Person.CONTRIBUTOR, "Lakeside Skin Clinic (demonstration)", "CC-0", "Lakeside Skin Clinic");
        var open = new ArrayList<>(DemoImages.photographs());
        open.addAll(DemoImages.painted("lakeside", PUBLIC, 1_000));
        var embargoed = DemoImages.painted("follow-up", EMBARGOED, 5_000);
        var progress = new Progress("Demo", open.size() + embargoed.size());
        List<String> shown = publish(
                contributor.cohort("Lakeside outpatients", "Lesions seen in the outpatient clinic; generated pictures"),
                "lakeside",
                open,
                true,
                0,
                progress);
        List<String> hidden = publish(
                contributor.cohort("Lakeside follow-up", "Under embargo until the study is published"),
                "follow-up",
                embargoed,
                false,
                open.size(),
                progress);
        makeCollections(shown, hidden);
        new DemoDataSets(archive).load(shown, hidden);
        new DemoChallenge(archive).load(shown.subList(120, 240));
        progress.end(shown.size() + " public and " + hidden.size()
                + " embargoed images, collections, a published DOI and a draft, a challenge");
    }

    private static List<String> publish(
            Cohort cohort, String name, List<Picture> pictures, boolean isPublic, int before, Progress progress) {
        var load = new CohortLoad(cohort, Person.CONTRIBUTOR, progress, pictures);
        load.bringIn(name, before, () -> {});
        load.accept();
        cohort.publish(isPublic, null);
        load.awaitPublished(before);
        return cohort.accessions().values().stream()
                .map(accession -> accession.path("isic_id").asString(""))
                .filter(isicId -> !isicId.isEmpty())
                .sorted()
                .toList();
    }

    private void makeCollections(List<String> shown, List<String> hidden) {
        var collections = new Collections(archive);
        long pinned =
                collections.filled(Person.STAFF, "Highlights", "A first look at the archive.", shown.subList(0, 40));
        collections.makePublic(Person.STAFF, pinned);
        collections.pin(pinned);
        collections.filled(Person.RESEARCHER, "Reading list", "Cases to come back to.", shown.subList(40, 60));
        long shared = collections.filled(
                Person.CONTRIBUTOR,
                "Follow-up for review",
                "Embargoed images, shared with a colleague.",
                hidden.subList(0, 20));
        collections.share(shared, Person.RESEARCHER);
    }
}
