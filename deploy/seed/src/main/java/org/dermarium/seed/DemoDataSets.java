package org.dermarium.seed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dermarium.client.Api;
import org.dermarium.client.Patience;
import org.dermarium.client.Person;
import org.dermarium.client.Refused;
import org.dermarium.seed.load.Collections;
import org.dermarium.seed.load.SeedFailed;
import tools.jackson.databind.JsonNode;

/** A published DOI, and a draft that waits for staff's approval. */
record DemoDataSets(Api archive) {

    private static final String DOIS = "/api/v2/doi/";
    private static final Duration BOUND = Duration.ofMinutes(10);

    void load(List<String> shown, List<String> hidden) {
        var collections = new Collections(archive);
        String title = "Lakeside teaching set";
        if (drafted(title).isEmpty()) {
            long teaching = collections.filled(
                    Person.STAFF, title, "Common and rare findings for students.", shown.subList(60, 120));
            draft(
                    Person.STAFF,
                    teaching,
                    "Sixty images of an outpatient clinic, chosen for teaching: common naevi beside rarer findings.\n\n"
                            + "All pictures are generated and show nobody.");
        }
        publish(drafted(title).orElseThrow());
        String study = "Lakeside follow-up study";
        if (drafted(study).isEmpty()) {
            long followUp = collections.filled(
                    Person.CONTRIBUTOR, study, "Under embargo until it is out.", hidden.subList(20, 60));
            draft(Person.CONTRIBUTOR, followUp, "Forty embargoed images of a follow-up study; generated pictures.");
        }
    }

    /** The archive hears of collections and members in its own time, so a refusal may pass. */
    private void draft(Person who, long collection, String description) {
        var refusals = new ArrayList<String>();
        try {
            Patience.until("collection " + collection + " can be drafted", Duration.ofMinutes(1), () -> {
                try {
                    archive.post(who, DOIS, Map.of("collection_id", collection, "description", description))
                            .success();
                    return true;
                } catch (Refused notYet) {
                    refusals.add(String.valueOf(notYet.getMessage()));
                    return false;
                }
            });
        } catch (Refused never) {
            throw new SeedFailed(refusals.getLast(), never);
        }
    }

    private void publish(JsonNode doi) {
        String path = DOIS + doi.get("slug").asString() + "/";
        if (doi.get("state").asString().equals("draft")) {
            archive.post(Person.STAFF, path + "publish/", Map.of()).success();
        }
        Patience.until(
                "the DOI is published",
                BOUND,
                () -> archive.get(Person.STAFF, path)
                        .success()
                        .get("state")
                        .asString()
                        .equals("published"));
    }

    private Optional<JsonNode> drafted(String title) {
        return archive.all(Person.STAFF, DOIS).stream()
                .filter(doi -> doi.get("title").asString().equals(title))
                .findFirst();
    }
}
