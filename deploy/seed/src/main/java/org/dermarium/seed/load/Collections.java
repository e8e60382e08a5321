package org.dermarium.seed.load;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dermarium.client.Api;
import org.dermarium.client.Patience;
import org.dermarium.client.Person;

/** Collections, found by their name or made, and filled until every image is in. */
public record Collections(Api archive) {

    private static final int MOST = 500;
    private static final Duration BOUND = Duration.ofMinutes(5);

    public long filled(Person owner, String name, String description, List<String> isicIds) {
        long id = found(owner, name, description, isicIds);
        for (int from = 0; from < isicIds.size(); from += MOST) {
            fill(owner, id, isicIds.subList(from, Math.min(from + MOST, isicIds.size())));
        }
        return id;
    }

    /** The archive hears of images in its own time, so what it does not know yet is asked again. */
    private void fill(Person owner, long id, List<String> isicIds) {
        Set<String> missing = new HashSet<>(isicIds);
        Patience.until("collection " + id + " holds its images", BOUND, () -> {
            var summary = archive.post(owner, path(id, "populate-from-list/"), Map.of("isic_ids", missing))
                    .success();
            summary.get("succeeded").forEach(s -> missing.remove(s.asString()));
            if (!summary.get("private_image_public_collection").isEmpty()) {
                throw new SeedFailed("collection " + id + " is public and cannot take embargoed images");
            }
            return missing.isEmpty();
        });
    }

    private long found(Person owner, String name, String description, List<String> isicIds) {
        for (var known : archive.all(owner, "/api/v2/collections/")) {
            if (known.get("name").asString().equals(name)) {
                return known.get("id").asLong();
            }
        }
        var body = Map.of("name", name, "description", description, "isic_ids", isicIds.subList(0, 1));
        return archive.post(owner, "/api/v2/collections/create-from-isic-ids/", body)
                .success()
                .get("collection_id")
                .asLong();
    }

    public void share(long id, Person with) {
        archive.post(
                        Person.STAFF,
                        path(id, "share/"),
                        Map.of("user_ids", List.of(archive.userId(with)), "notify", false))
                .success();
    }

    public void makePublic(Person owner, long id) {
        archive.post(owner, path(id, "set-public/"), Map.of("public", true)).success();
    }

    public void pin(long id) {
        archive.post(Person.STAFF, path(id, "set-pinned/"), Map.of("pinned", true))
                .success();
    }

    private static String path(long id, String end) {
        return "/api/v2/collections/" + id + "/" + end;
    }
}
