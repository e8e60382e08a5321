package org.dermarium.embedded.registrar;

import java.util.Set;
import java.util.regex.Pattern;
import org.dermarium.embedded.registrar.http.Refused;
import tools.jackson.databind.JsonNode;

/** What DataCite checks before a DOI may be registered or findable; a draft needs no more than its name. */
final class Metadata {

    private static final Pattern NAME = Pattern.compile("10\\.\\d{4,5}/[-._;()/:a-zA-Z0-9*~$=]+");
    private static final Pattern URL = Pattern.compile("(ftp|http|https)://\\S+");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Set<String> IDENTIFIER_TYPES = Set.of(
            "ARK", "arXiv", "bibcode", "CSTR", "DOI", "EAN13", "EISSN", "Handle", "IGSN", "ISBN", "ISSN", "ISTC",
            "LISSN", "LSID", "PMID", "PURL", "RRID", "UPC", "URL", "URN", "w3id");

    private Metadata() {}

    static void checkName(String doi) {
        if (!NAME.matcher(doi).matches()) {
            throw new Refused(422, "doi", "Is invalid", doi);
        }
    }

    /** @throws Refused with 422 and the attribute that is wrong */
    static void check(Doi doi) {
        JsonNode attributes = doi.attributes();
        if (!doi.url().isEmpty() && !URL.matcher(doi.url()).matches()) {
            throw wrong(doi, "url", "URL is not valid");
        }
        if (doi.state() == Doi.State.DRAFT) {
            return;
        }
        require(doi, "url", !doi.url().isBlank());
        require(doi, "titles", filled(attributes.path("titles"), "title"));
        require(doi, "creators", filled(attributes.path("creators"), "name"));
        JsonNode publisher = attributes.path("publisher");
        require(
                doi,
                "publisher",
                !publisher.asString(publisher.path("name").asString("")).isBlank());
        String year = attributes.path("publicationYear").asString("");
        require(doi, "publication_year", YEAR.matcher(year).matches());
        String type = attributes.path("types").path("resourceTypeGeneral").asString("");
        require(doi, "types", !type.isBlank());
        for (JsonNode related : attributes.path("relatedIdentifiers")) {
            if (!IDENTIFIER_TYPES.contains(related.path("relatedIdentifierType").asString(""))
                    || related.path("relationType").asString("").isBlank()
                    || related.path("relatedIdentifier").asString("").isBlank()) {
                throw wrong(doi, "relatedIdentifiers", "The related identifier " + related + " is not valid");
            }
        }
    }

    private static boolean filled(JsonNode list, String key) {
        if (!list.isArray() || list.isEmpty()) {
            return false;
        }
        for (JsonNode one : list) {
            if (one.path(key).asString("").isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static void require(Doi doi, String source, boolean there) {
        if (!there) {
            throw wrong(doi, source, "Can't be blank");
        }
    }

    private static Refused wrong(Doi doi, String source, String title) {
        return new Refused(422, source, title, doi.id());
    }
}
