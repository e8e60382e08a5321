package org.dermarium.e2e.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.dermarium.client.Api;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The addresses that one person was given of one embargoed image, kept to be tried again later.
 *
 * @param files of the image itself and its data set: refused when the right has ended
 * @param documents of a stored search: may answer, but without the image
 */
record Issued(Requests requests, String image, Map<String, String> files, Map<String, String> documents) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ZIP = "/download?zsid=";

    /** Asks for all of them, and finds each of them open. */
    static Issued to(Requests requests, Credentials by, String image) {
        var issued = new Issued(requests, image, new LinkedHashMap<>(), new LinkedHashMap<>());
        JsonNode files = JSON.readTree(
                        requests.get(by, "/api/v2/images/" + image + "/").body())
                .get("files");
        issued.files.put("image", files.at("/full/url").asString());
        issued.files.put("thumbnail", files.at("/thumbnail_256/url").asString());
        String query = Api.encoded("isic_id:" + image);
        JsonNode found = JSON.readTree(
                requests.get(by, "/api/v2/images/search/?query=" + query).body());
        issued.files.put(
                "image in a search", found.at("/results/0/files/full/url").asString());
        issued.documents.put("CSV", "/api/v2/images/metadata/?query=" + query);
        return issued;
    }

    /** With the addresses that a search packed as a ZIP has. */
    Issued withZip(String url) {
        String grant = url.substring(url.indexOf(ZIP) + ZIP.length());
        documents.put("ZIP", url);
        documents.put("list of a ZIP", "/api/v2/zip-download/file-listing/?token=" + grant);
        documents.put("CSV of a ZIP", "/api/v2/zip-download/metadata-file/?token=" + grant);
        return this;
    }

    Issued withAccession(String accession) {
        files.put("accession's image", "/api/v2/accessions/" + accession + "/image/");
        files.put("accession's thumbnail", "/api/v2/accessions/" + accession + "/thumbnail/");
        return this;
    }

    Issued withDraft(Holdings holdings) {
        files.put("draft page", holdings.page());
        return this;
    }

    void areOpen(Credentials by) {
        assertThat(answering(by, seen -> seen.status() == 200, seen -> seen.names(image)))
                .as("addresses that are open")
                .containsAll(files.keySet())
                .containsAll(documents.keySet());
    }

    void areClosed(Credentials by) {
        assertThat(answering(by, seen -> !seen.isRefused(), seen -> seen.names(image)))
                .as("addresses that still answer")
                .isEmpty();
    }

    private List<String> answering(Credentials by, Predicate<Seen> aFile, Predicate<Seen> aDocument) {
        List<String> answering = new ArrayList<>();
        files.forEach((name, address) -> {
            if (aFile.test(requests.get(by, address))) {
                answering.add(name);
            }
        });
        documents.forEach((name, address) -> {
            if (aDocument.test(requests.get(by, address))) {
                answering.add(name);
            }
        });
        return answering;
    }
}
