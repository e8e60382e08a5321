package org.dermarium.seed;

import java.util.Map;

/** An institution of the archive, found by its name or made. */
record Contributor(Archive archive, Person owner, long id, String license, String attribution) {

    static Contributor named(Archive archive, Person owner, String name, String license, String attribution) {
        for (var known : archive.all(owner, "/api/v2/contributors/")) {
            if (known.get("institution_name").asString().equals(name)) {
                return new Contributor(archive, owner, known.get("id").asLong(), license, attribution);
            }
        }
        var made = archive.post(
                owner,
                "/api/v2/contributors/",
                Map.of(
                        "institution_name", name,
                        "institution_url", "https://clinic.example.org",
                        "legal_contact_info", "legal@example.org",
                        "default_copyright_license", license,
                        "default_attribution", attribution));
        return new Contributor(archive, owner, made.get("id").asLong(), license, attribution);
    }

    /** The cohort of this name, made when it is missing. */
    Cohort cohort(String name, String description) {
        for (var known : archive.all(owner, "/api/v2/cohorts/")) {
            if (known.get("name").asString().equals(name)
                    && known.get("contributor").asLong() == id) {
                return new Cohort(archive, owner, known.get("id").asLong());
            }
        }
        var made = archive.post(
                owner,
                "/api/v2/cohorts/",
                Map.of(
                        "contributor", id,
                        "name", name,
                        "description", description,
                        "default_copyright_license", license,
                        "default_attribution", attribution));
        return new Cohort(archive, owner, made.get("id").asLong());
    }
}
