package org.dermarium.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dermarium.client.Api;
import org.dermarium.client.Cohort;
import org.dermarium.client.Contributor;
import org.dermarium.client.Person;
import org.dermarium.client.Upload;
import tools.jackson.databind.JsonNode;

/** What the measurements ask of a running archive, in the name of one person. */
record Archive(Api api, Person who) {

    /** Larger ones go to object storage directly. */
    static final int LARGEST_BODY = 8_000_000;

    private static final int MOST = 100;
    private static final Map<String, String> AT_ONCE = Map.of("publish", "public");

    /** As staff who take over images. */
    Archive(String url, String identity) {
        this(url, identity, Person.STAFF);
    }

    Archive(String url, String identity, Person who) {
        this(Api.at(url, identity), who);
    }

    long newCohort(String name) {
        return Contributor.make(api, who, name, "CC-0", "Bench")
                .newCohort(name, "")
                .id();
    }

    /** Uploads one photograph that is to be public as soon as it is processed. */
    void addImage(long cohort, String name, byte[] content) {
        cohort(cohort).addImage(who, name + ".jpg", content, AT_ONCE).success();
    }

    /** As {@link #addImage}, under the first of the ids from this number on that is free. */
    String addImage(long cohort, int number, byte[] content) {
        String blob = upload(Upload.IMAGE, number + ".jpg", "image/jpeg", content);
        for (int next = number; ; next++) {
            String isicId = "ISIC_%07d".formatted(next);
            if (count("isic_id:" + isicId) == 0) {
                cohort(cohort)
                        .addImage(who, blob, Map.of("publish", "public", "isic_id", isicId))
                        .success();
                return isicId;
            }
        }
    }

    void addZip(long cohort, byte[] zip) {
        cohort(cohort).sendZip(upload(Upload.ZIP, "bench.zip", "application/zip", zip), AT_ONCE);
    }

    int count(String query) {
        return api.count(who, query);
    }

    /** Those of up to 100 ids that a search finds. */
    List<String> found(List<String> isicIds) {
        String query = isicIds.stream().map(id -> "isic_id:" + id).collect(Collectors.joining(" OR "));
        return read(Api.searchPath(query) + "&limit=" + MOST)
                .get("results")
                .valueStream()
                .map(image -> image.get("isic_id").asString())
                .toList();
    }

    JsonNode read(String path) {
        return api.get(who, path).success();
    }

    JsonNode sendTable(String method, String path, byte[] csv) {
        return api.csv(who, method, path, csv).success();
    }

    String upload(String field, String name, String type, byte[] content) {
        return new Upload(api, who).send(field, name, type, content);
    }

    JsonNode post(String path, Object body) {
        return api.post(who, path, body).success();
    }

    private Cohort cohort(long id) {
        return new Cohort(api, who, id);
    }
}
