package org.dermarium.doi.draft;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dermarium.doi.dataset.DataSet.RelatedIdentifier;
import org.dermarium.input.Line;
import org.dermarium.input.OneOf;
import org.dermarium.web.Problem;
import org.dermarium.web.Refusal;

/**
 * A related identifier as it is sent to us.
 *
 * @param relationType as DataCite calls them
 */
record RelatedIn(
        @NotNull
        @OneOf({
            RelatedIn.DESCRIBED_BY,
            "IsSupplementedBy",
            "IsReferencedBy",
            "IsSupplementTo",
            "IsVersionOf",
            "HasVersion",
            "IsNewVersionOf",
            "IsPreviousVersionOf",
            "IsPartOf",
            "HasPart",
            "IsDerivedFrom",
            "IsSourceOf",
            "HasMetadata"
        })
        String relationType,

        @NotNull @OneOf({"DOI", "URL"}) String relatedIdentifierType,

        @NotNull @Line String relatedIdentifier) {

    private static final int LONGEST = 2048;
    static final String DESCRIBED_BY = "IsDescribedBy";
    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}(\\.\\d+)*/[\\x21-\\x7E&&[^\"<>\\\\]]+");

    /**
     * What is sent, when nothing is wrong with it.
     *
     * @throws Refusal naming each identifier that is none or there twice, by its place in the list; or when there is more
     *     than one paper that describes the data
     */
    static List<RelatedIdentifier> read(List<RelatedIn> given) {
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            RelatedIn one = given.get(i);
            List<Object> loc = Problem.body("related_identifiers", i, "related_identifier");
            if (!one.isIdentifier()) {
                problems.add(Problem.value(
                        loc,
                        one.isDoi()
                                ? "Not a DOI such as 10.5072/example, without an address before it."
                                : "Not an address that begins with https:// or http://."));
            } else if (!seen.add(one.identifier().toString().toLowerCase(Locale.ROOT))) {
                problems.add(Problem.value(loc, "It is in the list already."));
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.unprocessable(problems);
        }
        if (given.stream().filter(r -> r.relationType.equals(DESCRIBED_BY)).count() > 1) {
            throw Refusal.rule("A DOI can only have one IsDescribedBy related identifier.");
        }
        return given.stream().map(RelatedIn::identifier).toList();
    }

    private RelatedIdentifier identifier() {
        return new RelatedIdentifier(relationType, relatedIdentifierType, relatedIdentifier);
    }

    private boolean isDoi() {
        return relatedIdentifierType.equals("DOI");
    }

    private boolean isIdentifier() {
        return relatedIdentifier.length() <= LONGEST
                && (isDoi() ? DOI.matcher(relatedIdentifier).matches() : isAddress());
    }

    private boolean isAddress() {
        try {
            URI address = new URI(relatedIdentifier);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            return (scheme.equals("https") || scheme.equals("http"))
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
