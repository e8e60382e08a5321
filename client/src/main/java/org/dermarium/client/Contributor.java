package org.dermarium.client;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An institution of the archive.
 *
 * @param license what its cohorts are under when they say nothing else
 */
public record Contributor(Api api, Person owner, long id, String license, String attribution) {

    /** A new one. */
    public static Contributor make(Api api, Person owner, String name, String license, String attribution) {
        var body = terms(license, attribution);
        body.put("institution_name", name);
        body.put("institution_url", "https://clinic.example.org");
        body.put("legal_contact_info", "legal@example.org");
        long id = api.post(owner, "/api/v2/contributors/", body)
                .success()
                .get("id")
                .asLong();
        return new Contributor(api, owner, id, license, attribution);
    }

    /** The owner's one of this name, made when it is missing. */
    public static Contributor named(Api api, Person owner, String name, String license, String attribution) {
        Optional<JsonNode> known = api.all(owner, "/api/v2/contributors/").stream()
                .filter(one -> one.get("institution_name").asString().equals(name))
                .findFirst();
        return known.isPresent()
                ? new Contributor(api, owner, known.get().get("id").asLong(), license, attribution)
                : make(api, owner, name, license, attribution);
    }

    /** The cohort of this name, made when it is missing. */
    public Cohort cohort(String name, String description) {
        for (JsonNode known : api.all(owner, "/api/v2/cohorts/")) {
            if (known.get("name").asString().equals(name)
                    && known.get("contributor").asLong() == id) {
                return new Cohort(api, owner, known.get("id").asLong());
            }
        }
        return newCohort(name, description);
    }

    public Cohort newCohort(String name, String description) {
        var body = terms(license, attribution);
        body.put("contributor", id);
        body.put("name", name);
        body.put("description", description);
        return new Cohort(
                api,
                owner,
                api.post(owner, "/api/v2/cohorts/", body).success().get("id").asLong());
    }

    private static Map<String, Object> terms(String license, String attribution) {
        var terms = new HashMap<String, Object>();
        terms.put("default_copyright_license", license);
        terms.put("default_attribution", attribution);
        return terms;
    }
}
