package org.dermarium.seed.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dermarium.client.Cohort;
import org.dermarium.client.Patience;
import org.dermarium.client.Person;
import tools.jackson.databind.JsonNode;

/** Brings a list of pictures into a cohort in bundles, from wherever an earlier run was stopped. */
public final class CohortLoad {

    static final int BUNDLE = 500;

    private static final Duration BOUND = Duration.ofHours(2);

    private final Cohort cohort;
    private final Person describer;
    private final Progress progress;
    private final List<Picture> pictures;

    /** @param describer who sends the metadata; only staff may give public ids */
    public CohortLoad(Cohort cohort, Person describer, Progress progress, List<Picture> pictures) {
        this.cohort = cohort;
        this.describer = describer;
        this.progress = progress;
        this.pictures = pictures;
    }

    /** Uploads and describes; afterwards every image is in the archive, though perhaps still being processed. */
    public void bringIn(String name, int before, Runnable afterEachBundle) {
        Map<String, JsonNode> known = cohort.accessions();
        var files = new CohortFiles(cohort);
        for (int from = 0; from < pictures.size(); from += BUNDLE) {
            List<Picture> bundle = pictures.subList(from, Math.min(from + BUNDLE, pictures.size()));
            String bundleName = name + "-" + (from / BUNDLE + 1);
            var missing = new ArrayList<Picture>();
            var undescribed = new ArrayList<Picture>();
            for (Picture picture : bundle) {
                JsonNode accession = known.get(picture.fileName());
                if (accession == null) {
                    missing.add(picture);
                }
                if (accession == null || accession.path("metadata").isEmpty()) {
                    undescribed.add(picture);
                }
            }
            progress.show(before + from, "uploading");
            if (!missing.isEmpty()) {
                files.upload(bundleName, missing);
            }
            if (!undescribed.isEmpty()) {
                files.describe(describer, bundleName, undescribed);
                afterEachBundle.run();
            }
            progress.show(before + from + bundle.size(), "uploaded");
        }
    }

    /** Reviews until nothing of the cohort is processed or waits any more. */
    public void accept() {
        Patience.until("every image is reviewed", BOUND, () -> {
            Map<String, Integer> states = cohort.progress();
            if (states.getOrDefault("awaiting_review", 0) > 0) {
                cohort.accept();
            }
            progress.show(states.getOrDefault("accepted", 0) + states.getOrDefault("published", 0), "reviewed");
            refuseLost(states);
            return states.getOrDefault("processing", 0) + states.getOrDefault("awaiting_review", 0) == 0;
        });
    }

    public void awaitPublished(int before) {
        Patience.until("every image is published", BOUND, () -> {
            Map<String, Integer> states = cohort.progress();
            progress.show(before + states.getOrDefault("published", 0), "published");
            return states.getOrDefault("published", 0) >= pictures.size();
        });
    }

    private void refuseLost(Map<String, Integer> states) {
        int lost = states.getOrDefault("failed", 0)
                + states.getOrDefault("skipped", 0)
                + states.getOrDefault("rejected", 0);
        if (lost > 0) {
            throw new SeedFailed(lost + " images of cohort " + cohort.id() + " were not taken: " + states);
        }
    }
}
