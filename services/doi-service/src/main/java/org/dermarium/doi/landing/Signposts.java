package org.dermarium.doi.landing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.dermarium.dictionary.License;
import org.dermarium.doi.dataset.DataSet;
import org.dermarium.doi.dataset.FileAddresses;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Signposting, level 1: typed links that lead a program from the page to the DOI, the metadata and the files. */
@Component
final class Signposts {

    private static final int MOST_ITEMS = 20;
    private static final List<Format> DESCRIPTIONS =
            List.of(Format.DATACITE, Format.SCHEMAORG, Format.BIBTEX, Format.RIS);

    private final URI publicUrl;
    private final FileAddresses addresses;

    Signposts(@Value("${dermarium.public-url}") URI publicUrl, FileAddresses addresses) {
        this.publicUrl = publicUrl;
        this.addresses = addresses;
    }

    /** Values of {@code Link} headers; none for a draft, which nobody is to cite or harvest. */
    List<String> of(DataSet dataSet) {
        if (!dataSet.isPublished()) {
            return List.of();
        }
        List<String> links = new ArrayList<>();
        links.add("<" + dataSet.doiUrl() + ">; rel=\"cite-as\"");
        links.add("<https://schema.org/Dataset>; rel=\"type\"");
        links.add("<https://schema.org/AboutPage>; rel=\"type\"");
        String page = publicUrl.resolve(dataSet.path()).toString();
        DESCRIPTIONS.forEach(format -> links.add(
                "<%s?format=%s>; rel=\"describedby\"; type=\"%s\"".formatted(page, format.word(), format.type())));
        dataSet.licenses().stream()
                .flatMap(share -> License.named(share.license()).stream())
                .forEach(license -> links.add("<" + license.url() + ">; rel=\"license\""));
        dataSet.files().stream()
                .limit(MOST_ITEMS)
                .forEach(file -> links.add(
                        "<%s>; rel=\"item\"; type=\"%s\"".formatted(addresses.of(dataSet, file), file.contentType())));
        return links;
    }
}
