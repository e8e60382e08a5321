package org.dermarium.e2e.rights;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dermarium.client.Api;
import org.dermarium.client.Cohort;
import org.dermarium.client.Person;
import org.dermarium.client.Upload;
import org.dermarium.e2e.archive.Cohorts;
import org.dermarium.e2e.archive.Contest;
import org.dermarium.e2e.archive.DataSets;
import org.dermarium.testkit.Eventually;
import tools.jackson.databind.JsonNode;

/**
 * One of each thing that the archive keeps from strangers, all of one person.
 *
 * @param images embargoed, each of a lesion of its own
 * @param things the name or number of one of each kind, by the part of a path that stands before it
 * @param supplement SHA-256 of the draft's file
 */
record Holdings(Person owner, List<JsonNode> images, Map<String, String> things, String page, String supplement) {

    private static final Duration HEARD = Duration.ofMinutes(1);
    private static final String SUPPLEMENT = "core.DraftSupplementalFile.blob";
    private static final byte[] PROTOCOL = "How the pictures were made.".getBytes(UTF_8);
    private static final byte[] TRUTH = "image,MEL,NV\nA,1,0\nB,0,1\n".getBytes(UTF_8);

    /** @param count of images */
    static Holdings make(Api api, Person owner, int count) {
        var things = new LinkedHashMap<String, String>();
        List<JsonNode> images = bringIn(api, owner, count, things);
        String image = images.getFirst().get("isic_id").asString();
        things.put("images", image);
        things.put("lesions", lesion(images.getFirst()));
        things.put("license-file", "CC-0");
        things.put("users", Long.toString(api.userId(owner)));
        long collection = new DataSets(api).collection(owner, "Revocation", List.of(image));
        things.put("collections", Long.toString(collection));
        String slug = draft(api, owner, collection);
        things.put("doi", slug);
        takePart(api, owner, things);
        String page = api.get(owner, DataSets.DOIS + slug + "/")
                .success()
                .get("page_url")
                .asString();
        return new Holdings(owner, images, Map.copyOf(things), page, sha256());
    }

    String image(int index) {
        return images.get(index).get("isic_id").asString();
    }

    /** The same, with another of the images and its lesion. */
    Map<String, String> thingsOf(int index, long accession) {
        var other = new LinkedHashMap<>(things);
        other.put("images", image(index));
        other.put("lesions", lesion(images.get(index)));
        other.put("accessions", Long.toString(accession));
        return other;
    }

    String events() {
        return "/api/v2/cohorts/" + things.get("cohorts") + "/events/";
    }

    private static List<JsonNode> bringIn(Api api, Person owner, int count, Map<String, String> things) {
        Cohort cohort = Cohorts.make(api, owner, "Revocation");
        var names = new ArrayList<String>();
        var csv = new StringBuilder("filename,lesion_id,sex,diagnosis\n");
        for (int i = 0; i < count; i++) {
            names.add(i + ".jpg");
            csv.append("%d.jpg,L%d,male,Nevus\n".formatted(i, i));
        }
        things.put("zip-uploads", id(cohort.addZip("set.zip", Cohorts.zip(names, 160, 120))));
        JsonNode table = cohort.addMetadata(owner, csv.toString().getBytes(UTF_8));
        cohort.apply(owner, table);
        things.put("metadata-files", id(table));
        cohort.publishAll(false, count);
        Map<String, JsonNode> accessions = cohort.accessions();
        things.put("accessions", id(accessions.get(names.getFirst())));
        things.put("cohorts", Long.toString(cohort.id()));
        things.put("contributors", contributor(api, owner, cohort));
        return names.stream()
                .map(name ->
                        image(api, owner, accessions.get(name).get("isic_id").asString()))
                .toList();
    }

    private static JsonNode image(Api api, Person owner, String isicId) {
        String path = "/api/v2/images/" + isicId + "/";
        Eventually.until(
                "the catalogue and the search know " + isicId,
                HEARD,
                () -> api.get(owner, path).status() == 200 && api.count(owner, "isic_id:" + isicId) == 1);
        return api.get(owner, path).success();
    }

    private static String contributor(Api api, Person owner, Cohort cohort) {
        JsonNode described =
                api.get(owner, "/api/v2/cohorts/" + cohort.id() + "/").success();
        return Long.toString(described.get("contributor").asLong());
    }

    private static String draft(Api api, Person owner, long collection) {
        String blob = new Upload(api, owner).send(SUPPLEMENT, "protocol.pdf", "application/pdf", PROTOCOL);
        var wish = Map.of(
                "collection_id",
                collection,
                "description",
                "Pictures made for a test of the archive.",
                "supplemental_files",
                List.of(Map.of("blob", blob, "description", "Protocol")));
        var slug = new String[1];
        Eventually.await(
                "collection " + collection + " is drafted",
                HEARD,
                () -> slug[0] = api.post(owner, DataSets.DOIS, wish)
                        .success()
                        .get("slug")
                        .asString());
        return slug[0];
    }

    private static void takePart(Api api, Person owner, Map<String, String> things) {
        Contest contest = Contest.open(api, "Revocation", TRUTH, 10);
        long approach = contest.approach(owner, "Revoked");
        String teams = "/api/v2/challenges/" + contest.slug() + "/teams/";
        JsonNode team = api.all(owner, teams).getFirst();
        things.put("challenges", contest.slug());
        things.put("tasks", Long.toString(contest.task()));
        things.put("leaderboard", Long.toString(contest.task()));
        things.put("teams", id(team));
        things.put("approaches", Long.toString(approach));
        things.put(
                "submissions",
                id(contest.submit(owner, approach, "image,MEL,NV\nA,0.9,0.1\nB,0.2,0.8\n")
                        .success()));
        contest.ended(owner, Long.parseLong(things.get("submissions")), HEARD);
        var guest = new Person("guest-" + contest.slug() + "@example.org", "Gus", "Guest", false);
        api.post(owner, "/api/v2/teams/" + id(team) + "/invitations/", Map.of("email", guest.email()))
                .success();
        JsonNode invitations = api.get(guest, "/api/v2/team-invitations/").success();
        things.put("team-invitations", id(invitations.get(0)));
    }

    private static String lesion(JsonNode image) {
        return image.at("/metadata/clinical/lesion_id").asString();
    }

    private static String id(JsonNode thing) {
        return Long.toString(thing.get("id").asLong());
    }

    private static String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PROTOCOL));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
