package org.dermarium.doi.datacite;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.dermarium.dictionary.License;
import org.dermarium.doi.dataset.DataSet;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A data set in the words of DataCite's metadata schema 4. */
public final class DataCiteJson {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> SUBJECTS =
            List.of("Dermatology", "Dermoscopy", "Skin lesions", "Medical imaging");

    private DataCiteJson() {}

    /** @param page where the DOI is to lead */
    public static ObjectNode attributes(DataSet dataSet, String page) {
        ObjectNode json = JSON.createObjectNode();
        json.put("doi", dataSet.doi());
        json.putArray("identifiers").addObject().put("identifierType", "DOI").put("identifier", dataSet.doi());
        json.putArray("titles").addObject().put("title", dataSet.title());
        putDescription(json, dataSet);
        putCreators(json, dataSet);
        json.put("publisher", DataSet.PUBLISHER);
        json.put("publicationYear", dataSet.publicationYear());
        json.putObject("types").put("resourceTypeGeneral", "Dataset").put("resourceType", "Collection of images");
        putSubjects(json);
        putRights(json, dataSet);
        putRelated(json, dataSet);
        putExtent(json, dataSet);
        Optional.ofNullable(dataSet.publishedAt()).ifPresent(when -> putDates(json, when));
        json.put("version", dataSet.version());
        json.put("url", page);
        json.put("schemaVersion", "http://datacite.org/schema/kernel-4");
        return json;
    }

    /** The document of a request. */
    static ObjectNode document(ObjectNode attributes) {
        ObjectNode document = JSON.createObjectNode();
        document.putObject("data").put("type", "dois").set("attributes", attributes);
        return document;
    }

    /** Issued when it became public, which is also when it became available: the embargo ends with publication. */
    static void putDates(ObjectNode json, Instant published) {
        String day = LocalDate.ofInstant(published, ZoneOffset.UTC).toString();
        ArrayNode dates = json.putArray("dates");
        dates.addObject().put("date", day).put("dateType", "Issued");
        dates.addObject().put("date", day).put("dateType", "Available");
    }

    private static void putDescription(ObjectNode json, DataSet dataSet) {
        ArrayNode descriptions = json.putArray("descriptions");
        if (!dataSet.description().isBlank()) {
            descriptions.addObject().put("description", dataSet.description()).put("descriptionType", "Abstract");
        }
    }

    /**
     * Attributions name institutions as a rule. Said so, DataCite does not take "Vienna" for a given name because a comma
     * stands before it.
     */
    private static void putCreators(ObjectNode json, DataSet dataSet) {
        ArrayNode creators = json.putArray("creators");
        dataSet.creatorNames()
                .forEach(name -> creators.addObject().put("name", name).put("nameType", "Organizational"));
    }

    private static void putSubjects(ObjectNode json) {
        ArrayNode subjects = json.putArray("subjects");
        SUBJECTS.forEach(subject -> subjects.addObject().put("subject", subject));
        subjects.addObject()
                .put("subject", "FOS: Clinical medicine")
                .put("subjectScheme", "Fields of Science and Technology (FOS)");
    }

    private static void putRights(ObjectNode json, DataSet dataSet) {
        ArrayNode rights = json.putArray("rightsList");
        dataSet.licenses().stream()
                .flatMap(share -> License.named(share.license()).stream())
                .forEach(license -> rights.addObject()
                        .put("rights", license.title())
                        .put("rightsUri", license.url())
                        .put("rightsIdentifier", license.spdx())
                        .put("rightsIdentifierScheme", "SPDX")
                        .put("schemeUri", "https://spdx.org/licenses/"));
    }

    /** An empty list as well, since what a request leaves out stays as it was. */
    private static void putRelated(ObjectNode json, DataSet dataSet) {
        ArrayNode related = json.putArray("relatedIdentifiers");
        dataSet.related()
                .forEach(one -> related.addObject()
                        .put("relatedIdentifier", one.relatedIdentifier())
                        .put("relatedIdentifierType", one.relatedIdentifierType())
                        .put("relationType", one.relationType()));
    }

    private static void putExtent(ObjectNode json, DataSet dataSet) {
        ArrayNode sizes = json.putArray("sizes");
        sizes.add(dataSet.images() + " images");
        long bytes = dataSet.files().stream().mapToLong(DataSet.DataFile::size).sum();
        if (bytes > 0) {
            sizes.add(bytes + " bytes");
        }
        ArrayNode formats = json.putArray("formats");
        dataSet.files().stream().map(DataSet.DataFile::contentType).distinct().forEach(formats::add);
    }
}
