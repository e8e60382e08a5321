package org.dermarium.doi.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.dermarium.input.json.JsonBodies;
import org.dermarium.web.Problem;
import org.dermarium.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class RelatedInTests {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /** What is wrong with an edit that has these. */
    private static List<Problem> check(@Nullable RelatedIn... given) {
        byte[] body = JSON.writeValueAsBytes(Map.of("related_identifiers", Arrays.asList(given)));
        try {
            var edit = (EditIn) new JsonBodies(JSON).read(new ByteArrayInputStream(body), EditIn.class);
            RelatedIn.read(edit.relatedIdentifiers());
            return List.of();
        } catch (Refusal refusal) {
            if (refusal.body() instanceof Map<?, ?> told && told.get("detail") instanceof List<?> problems) {
                return problems.stream().map(Problem.class::cast).toList();
            }
            throw refusal;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "IsDescribedBy, DOI, 10.1038/sdata.2018.161",
        "IsSupplementedBy, DOI, 10.5281/zenodo.123",
        "IsReferencedBy, URL, https://example.org/a?b=c#d",
        "IsNewVersionOf, DOI, 10.1000.10/123",
        "HasMetadata, URL, http://example.org/",
        "IsPartOf, DOI, 10.1002/(SICI)1097-4571(199806)49:8",
    })
    void takesWhatTheRegistrarTakes(String relation, String type, String identifier) {
        assertThat(check(new RelatedIn(relation, type, identifier))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "describes, DOI, 10.1038/x, relation_type",
        "isdescribedby, DOI, 10.1038/x, relation_type",
        ", DOI, 10.1038/x, relation_type",
        "IsDescribedBy, doi, 10.1038/x, related_identifier_type",
        "IsDescribedBy, ISBN, 123, related_identifier_type",
        "IsDescribedBy, , 10.1038/x, related_identifier_type",
        "IsDescribedBy, DOI, https://doi.org/10.1038/x, related_identifier",
        "IsDescribedBy, DOI, doi:10.1038/x, related_identifier",
        "IsDescribedBy, DOI, 10.1/x, related_identifier",
        "IsDescribedBy, DOI, 10.1038/, related_identifier",
        "IsDescribedBy, DOI, '10.1038/a b', related_identifier",
        "IsDescribedBy, DOI, , related_identifier",
        "IsDescribedBy, URL, example.org, related_identifier",
        "IsDescribedBy, URL, javascript:alert(1), related_identifier",
        "IsDescribedBy, URL, ftp://example.org/x, related_identifier",
        "IsDescribedBy, URL, https://user:secret@example.org/, related_identifier",
        "IsDescribedBy, URL, https:///x, related_identifier",
    })
    void namesTheFieldThatIsWrong(String relation, String type, String identifier, String field) {
        assertThat(check(new RelatedIn("IsPartOf", "DOI", "10.1038/good"), new RelatedIn(relation, type, identifier)))
                .extracting(Problem::loc)
                .containsExactly(Problem.body("related_identifiers", 1, field));
    }

    @Test
    void allowsOnePaperThatDescribesTheData() {
        assertThatThrownBy(() -> check(
                        new RelatedIn("IsDescribedBy", "DOI", "10.1038/a"),
                        new RelatedIn("IsDescribedBy", "DOI", "10.1038/b")))
                .isInstanceOf(Refusal.class)
                .hasMessage("A DOI can only have one IsDescribedBy related identifier.");
    }

    @Test
    void namesWhatIsThereTwiceAndWhatIsNothing() {
        assertThat(check(new RelatedIn("IsPartOf", "DOI", "10.1038/a"), new RelatedIn("IsPartOf", "DOI", "10.1038/A")))
                .extracting(Problem::loc)
                .containsExactly(Problem.body("related_identifiers", 1, "related_identifier"));
        assertThat(check(new RelatedIn("IsPartOf", "DOI", "10.1038/a"), null))
                .extracting(Problem::loc)
                .containsExactly(Problem.body("related_identifiers", 1));
    }

    @Test
    void boundsTheList() {
        var many = Collections.nCopies(101, new RelatedIn("IsPartOf", "DOI", "10.1038/a"));
        assertThat(check(many.toArray(RelatedIn[]::new)))
                .extracting(Problem::type)
                .containsExactly("too_long");
    }
}
