package org.dermarium.doi.draft;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.dermarium.doi.dataset.DataSet.RelatedIdentifier;
import org.dermarium.web.Problem;
import org.dermarium.web.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A related identifier as it is sent to us. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record RelatedIn(
        @Nullable String relationType,
        @Nullable String relatedIdentifierType,
        @Nullable String relatedIdentifier) {

    private static final int MOST = 100;
    private static final int LONGEST = 2048;
    private static final String DESCRIBED_BY = "IsDescribedBy";

    /** As DataCite calls them. */
    private static final List<String> RELATIONS = List.of(
            DESCRIBED_BY,
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
            "HasMetadata");

    private static final List<String> TYPES = List.of("DOI", "URL");
    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}(\\.\\d+)*/[\\x21-\\x7E&&[^\"<>\\\\]]+");

    /**
     * The identifiers, when nothing is wrong with them; else {@code problems} names each field by its place in the list.
     *
     * @throws Refusal when there is more than one paper that describes the data
     */
    static List<RelatedIdentifier> checked(@Nullable List<@Nullable RelatedIn> given, Consumer<Problem> problems) {
        List<RelatedIdentifier> checked = new ArrayList<>();
        List<@Nullable RelatedIn> all = Objects.requireNonNullElse(given, List.of());
        if (all.size() > MOST) {
            problems.accept(Lists.tooLong("related_identifiers", MOST, all.size()));
            return checked;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            RelatedIn one = all.get(i);
            if (one == null) {
                problems.accept(Problem.missing(Problem.body("related_identifiers", i)));
            } else {
                RelatedIdentifier identifier = one.checked(i, problems);
                checked.add(identifier);
                if (!seen.add(identifier.toString().toLowerCase(Locale.ROOT))) {
                    problems.accept(Problem.value(place(i, "related_identifier"), "It is in the list already."));
                }
            }
        }
        if (checked.stream().filter(r -> r.relationType().equals(DESCRIBED_BY)).count() > 1) {
            throw Refusal.rule("A DOI can only have one IsDescribedBy related identifier.");
        }
        return checked;
    }

    private RelatedIdentifier checked(int index, Consumer<Problem> problems) {
        String relation = oneOf(RELATIONS, relationType, place(index, "relation_type"), problems);
        String type = oneOf(TYPES, relatedIdentifierType, place(index, "related_identifier_type"), problems);
        List<Object> loc = place(index, "related_identifier");
        if (relatedIdentifier == null) {
            problems.accept(Problem.missing(loc));
            return new RelatedIdentifier(relation, type, "");
        }
        String text = relatedIdentifier.strip();
        if (type.equals("DOI") && (text.length() > LONGEST || !DOI.matcher(text).matches())) {
            problems.accept(Problem.value(loc, "Not a DOI such as 10.5072/example, without an address before it."));
        } else if (type.equals("URL") && !isAddress(text)) {
            problems.accept(Problem.value(loc, "Not an address that begins with https:// or http://."));
        }
        return new RelatedIdentifier(relation, type, text);
    }

    private static String oneOf(
            List<String> allowed, @Nullable String given, List<Object> loc, Consumer<Problem> problems) {
        if (given == null) {
            problems.accept(Problem.missing(loc));
            return "";
        }
        if (!allowed.contains(given)) {
            String expected = "'" + String.join("', '", allowed) + "'";
            problems.accept(new Problem(
                    "literal_error", loc, "Input should be one of " + expected, Map.of("expected", expected)));
        }
        return given;
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            return text.length() <= LONGEST
                    && (scheme.equals("https") || scheme.equals("http"))
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static List<Object> place(int index, String field) {
        return Problem.body("related_identifiers", index, field);
    }
}
