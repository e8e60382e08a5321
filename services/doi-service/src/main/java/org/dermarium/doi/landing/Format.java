package org.dermarium.doi.landing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a data set is told in, each at the one address by {@code Accept}, and for links by {@code ?format=}.
 *
 * <p>The first type of each is what is sent.
 */
enum Format {
    HTML("Web page", List.of("text/html", "application/xhtml+xml")),
    SCHEMAORG("schema.org", List.of("application/ld+json", "application/vnd.schemaorg.ld+json")),
    DATACITE("DataCite JSON", List.of("application/vnd.datacite.datacite+json", "application/json")),
    BIBTEX("BibTeX", List.of("application/x-bibtex", "text/x-bibtex")),
    RIS("RIS", List.of("application/x-research-info-systems")),
    APA("APA", List.of("text/x-bibliography"));

    private final String label;
    private final List<String> types;

    Format(String label, List<String> types) {
        this.label = label;
        this.types = types;
    }

    String label() {
        return label;
    }

    String type() {
        return types.getFirst();
    }

    List<String> types() {
        return types;
    }

    /** As it stands in an address. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Format> find(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }
}
