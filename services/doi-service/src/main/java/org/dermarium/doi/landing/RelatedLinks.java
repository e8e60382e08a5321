package org.dermarium.doi.landing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dermarium.doi.dataset.DataSet;
import org.dermarium.doi.dataset.DataSet.RelatedIdentifier;

/** Papers, data and pages that belong to a data set, by how they do. */
final class RelatedLinks {

    private RelatedLinks() {}

    /** Empty for what no browser should be sent to. */
    static Optional<String> address(RelatedIdentifier related) {
        String identifier = related.relatedIdentifier().strip();
        if (related.relatedIdentifierType().equals("DOI")) {
            String doi = identifier.replaceFirst("(?i)^(https?://(dx\\.)?doi\\.org/|doi:)", "");
            return Optional.of("https://doi.org/" + doi);
        }
        return identifier.matches("(?i)https?://.*") ? Optional.of(identifier) : Optional.empty();
    }

    static String section(DataSet dataSet) {
        if (dataSet.related().isEmpty()) {
            return "";
        }
        Map<String, List<RelatedIdentifier>> groups = dataSet.related().stream()
                .collect(Collectors.groupingBy(
                        related -> Words.relation(related.relationType()), TreeMap::new, Collectors.toList()));
        String list = groups.entrySet().stream()
                .map(group -> Html.fill("<div><dt>%s</dt>", group.getKey())
                        + group.getValue().stream().map(RelatedLinks::item).collect(Collectors.joining())
                        + "</div>")
                .collect(Collectors.joining("\n"));
        return """
                <section aria-labelledby="related">
                <h2 id="related">Related</h2>
                <dl class="facts">
                %s
                </dl>
                </section>
                """.formatted(list);
    }

    private static String item(RelatedIdentifier related) {
        return address(related)
                .map(address -> Html.fill(
                        "<dd><a href=\"%s\" rel=\"external nofollow\">%s</a></dd>",
                        address, related.relatedIdentifierType().equals("DOI") ? address : related.relatedIdentifier()))
                .orElseGet(() -> Html.fill("<dd>%s</dd>", related.relatedIdentifier()));
    }
}
