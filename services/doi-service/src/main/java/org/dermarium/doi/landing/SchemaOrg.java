package org.dermarium.doi.landing;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.dermarium.dictionary.License;
import org.dermarium.doi.citation.Citations;
import org.dermarium.doi.dataset.DataSet;
import org.dermarium.doi.dataset.FileAddresses;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A data set in the words of schema.org, as search engines for data sets read it. */
@Component
final class SchemaOrg {

    /** What Google's data set search takes; shorter texts are filled up, longer ones cut. */
    private static final int SHORTEST = 50;

    private static final int LONGEST = 5000;

    private static final List<String> KEYWORDS = List.of("dermatology", "dermoscopy", "skin lesion", "medical imaging");
    private static final List<String> PAPERS =
            List.of("IsDescribedBy", "IsSupplementTo", "IsCitedBy", "IsReferencedBy", "IsDocumentedBy");
    private static final JsonMapper JSON = new JsonMapper();

    private final URI publicUrl;
    private final FileAddresses addresses;

    SchemaOrg(@Value("${dermarium.public-url}") URI publicUrl, FileAddresses addresses) {
        this.publicUrl = publicUrl;
        this.addresses = addresses;
    }

    /** Of the page for people. */
    URI page(DataSet dataSet) {
        return publicUrl.resolve(dataSet.path());
    }

    ObjectNode describe(DataSet dataSet) {
        ObjectNode json = JSON.createObjectNode();
        json.put("@context", "https://schema.org/").put("@type", "Dataset").put("@id", dataSet.doiUrl());
        json.put("name", dataSet.title());
        json.put("description", description(dataSet));
        json.put("url", page(dataSet).toString());
        json.put("sameAs", dataSet.doiUrl());
        putIdentifier(json, dataSet);
        json.put("version", dataSet.version());
        putCreators(json, dataSet);
        json.set("publisher", organization(DataSet.PUBLISHER).put("url", publicUrl.toString()));
        putRights(json, dataSet);
        putDates(json, dataSet);
        putTopic(json, dataSet);
        putRelated(json, dataSet);
        putFiles(json, dataSet);
        return json;
    }

    /** For a {@code script} element, which ends at the first {@code </script} whatever stands around it. */
    static String embedded(ObjectNode json) {
        return json.toString()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static String description(DataSet dataSet) {
        String text = dataSet.description().strip();
        if (text.length() < SHORTEST) {
            text = (text + "\n\nData set of " + Labels.plural(dataSet.images(), "image")
                            + " of the skin with metadata, published by " + DataSet.PUBLISHER + ".")
                    .strip();
        }
        return Labels.cut(text, LONGEST);
    }

    private static void putIdentifier(ObjectNode json, DataSet dataSet) {
        json.putObject("identifier")
                .put("@type", "PropertyValue")
                .put("propertyID", "https://registry.identifiers.org/registry/doi")
                .put("value", "doi:" + dataSet.doi())
                .put("url", dataSet.doiUrl());
    }

    private static void putCreators(ObjectNode json, DataSet dataSet) {
        var creators = json.putArray("creator");
        dataSet.creatorNames().forEach(name -> creators.add(organization(name)));
        json.put("creditText", Citations.of(dataSet).apa());
    }

    private static ObjectNode organization(String name) {
        return JSON.createObjectNode().put("@type", "Organization").put("name", name);
    }

    private static void putRights(ObjectNode json, DataSet dataSet) {
        var licenses = json.putArray("license");
        dataSet.licenses().stream()
                .flatMap(share -> License.named(share.license()).stream())
                .forEach(license -> licenses.add(license.url()));
        json.put("isAccessibleForFree", true);
        json.put("conditionsOfAccess", "Open to everybody without an account.");
    }

    private static void putDates(ObjectNode json, DataSet dataSet) {
        json.put("dateCreated", dataSet.createdAt().toString());
        json.put("dateModified", dataSet.changedAt().toString());
        Instant published = dataSet.publishedAt();
        if (published != null) {
            json.put("datePublished", published.toString());
        }
    }

    private void putTopic(ObjectNode json, DataSet dataSet) {
        var keywords = json.putArray("keywords");
        KEYWORDS.forEach(keywords::add);
        json.put("measurementTechnique", "Imaging of the skin");
        json.put("size", Labels.plural(dataSet.images(), "image"));
        json.putObject("includedInDataCatalog")
                .put("@type", "DataCatalog")
                .put("name", DataSet.PUBLISHER)
                .put("url", publicUrl.toString());
    }

    private static void putRelated(ObjectNode json, DataSet dataSet) {
        var papers = json.putArray("citation");
        var links = json.putArray("relatedLink");
        dataSet.related()
                .forEach(related -> (PAPERS.contains(related.relationType()) ? papers : links)
                        .add(related.address().orElse(related.relatedIdentifier())));
    }

    /** Addresses of a draft's files are for those who see the draft, and expire. */
    private void putFiles(ObjectNode json, DataSet dataSet) {
        if (!dataSet.isPublished()) {
            return;
        }
        var distribution = json.putArray("distribution");
        dataSet.files()
                .forEach(file -> distribution
                        .addObject()
                        .put("@type", "DataDownload")
                        .put("name", file.name())
                        .put("description", file.description())
                        .put("contentUrl", addresses.of(dataSet, file).toString())
                        .put("encodingFormat", file.contentType())
                        .put("contentSize", file.size() + " B")
                        .put("sha256", file.sha256()));
    }
}
