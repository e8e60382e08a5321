package org.dermarium.catalog.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.dermarium.catalog.CatalogCase;
import org.dermarium.events.Image;
import org.dermarium.query.Condition;
import org.dermarium.query.Query;
import org.dermarium.query.QueryParser;
import org.dermarium.query.SearchField;
import org.dermarium.query.UnparsableQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Queries as SQL, held against their meaning said once more over images in memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueriesIT extends CatalogCase {

    private static final List<String> DIAGNOSES = List.of("Nevus", "Melanoma, NOS", "100% \\_odd\" name", "nevus");

    private List<Image> all = List.of();

    @Autowired
    private Images images;

    private void load() {
        if (all.isEmpty()) {
            all = IntStream.range(0, 60).mapToObj(QueriesIT::picture).toList();
            published(all.toArray(Image[]::new));
        }
    }

    private static Image picture(int i) {
        var image = i % 3 == 0 ? image().embargoed() : image().published();
        image.license(i % 2 == 0 ? "CC-0" : "CC-BY-NC");
        if (i % 5 != 0) {
            image.sex(i % 2 == 0 ? "male" : "female");
        }
        if (i % 4 != 0) {
            image.ageApprox(i);
        }
        if (i % 6 != 0) {
            image.with("diagnosis_3", DIAGNOSES.get(i % DIAGNOSES.size()).replace("\"", "'"));
        }
        if (i % 7 != 0) {
            image.with("mel_thick_mm", "%d.%d0".formatted(i / 10, i % 10));
        }
        if (i % 8 != 0) {
            image.with("melanocytic", i % 3 == 1);
        }
        return image.imageType(i % 2 == 0 ? "dermoscopic" : "clinical: close-up")
                .build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sex:male",
                "-sex:male",
                "sex:*",
                "-sex:*",
                "sex:MALE",
                "sex:mal*",
                "sex:*ale",
                "sex:*al*",
                "-sex:fe*",
                "diagnosis_3:\"Melanoma, NOS\"",
                "diagnosis_3:\"100%*\"",
                "diagnosis_3:\"*\\_odd*\"",
                "diagnosis_3:\"_evus\"",
                "diagnosis_3:*evus",
                "-diagnosis_3:*evus",
                "age_approx:[10 TO 20]",
                "age_approx:{10 TO 20}",
                "age_approx:[* TO 20}",
                "age_approx:[20 TO 10]",
                "-age_approx:[10 TO *]",
                "age_approx:*",
                "age_approx:33",
                "age_approx:[0 TO 99999999999]",
                "mel_thick_mm:0.3",
                "mel_thick_mm:[0.35 TO 2.1}",
                "-mel_thick_mm:[1 TO 2]",
                "melanocytic:true",
                "-melanocytic:true",
                "melanocytic:*",
                "public:true",
                "public:false",
                "-public:false",
                "public:*",
                "copyright_license:CC-0",
                "copyright_license:*NC",
                "image_type:clinical",
                "blurry:true",
                "-blurry:true",
                "hairy:*",
                "-color_tint:*",
                "sex:male age_approx:[10 TO 40]",
                "sex:male OR sex:female AND age_approx:[* TO 9]",
                "(sex:male OR sex:female) AND age_approx:[* TO 9]",
                "-sex:male -sex:female",
                "lesion_id:\"'; drop table image; --\"",
                "isic_id:ISIC_*",
                "isic_id:*7"
            })
    void findsWhatTheQueryMeans(String text) throws UnparsableQuery {
        load();
        Query query = QueryParser.parse(text);

        List<String> found = images.all(new Scope(STAFF, query, null))
                .map(Image::isicId)
                .collectList()
                .block();

        List<String> meant = all.stream()
                .filter(i -> matches(query, i))
                .map(Image::isicId)
                .sorted()
                .toList();
        assertThat(found).isEqualTo(meant);
    }

    @Test
    void answersTheDeepestAndWidestQueryTheParserTakes() throws UnparsableQuery {
        load();
        String deep = "sex:male";
        for (int i = 0; i < QueryParser.MAX_DEPTH; i++) {
            deep = "sex:female OR (" + deep + ")";
        }
        assertThat(images.all(new Scope(STAFF, QueryParser.parse(deep), null))
                        .count()
                        .block())
                .isEqualTo(48);
        String wide = "sex:a OR ".repeat(QueryParser.MAX_TERMS - 1) + "-sex:*";
        assertThat(images.all(new Scope(STAFF, QueryParser.parse(wide), null))
                        .count()
                        .block())
                .isEqualTo(12);
    }

    private static boolean matches(Query query, Image image) {
        return switch (query) {
            case Query.Everything everything -> true;
            case Query.And and -> and.operands().stream().allMatch(q -> matches(q, image));
            case Query.Or or -> or.operands().stream().anyMatch(q -> matches(q, image));
            case Query.Term term -> term.negated() != meets(term.condition(), value(term.field(), image));
        };
    }

    private static @Nullable String value(SearchField field, Image image) {
        return switch (field.source()) {
            case ISIC_ID -> image.isicId();
            case VISIBILITY -> Boolean.toString(image.isPublic());
            case LICENSE -> image.license();
            case METADATA -> image.metadata().text(field.fieldName());
        };
    }

    private static boolean meets(Condition condition, @Nullable String value) {
        return value != null
                && switch (condition) {
                    case Condition.Present present -> true;
                    case Condition.Flag flag -> value.equals(Boolean.toString(flag.value()));
                    case Condition.Text text ->
                        switch (text.match()) {
                            case EXACT -> value.equals(text.text());
                            case PREFIX -> value.startsWith(text.text());
                            case SUFFIX -> value.endsWith(text.text());
                            case INNER -> value.contains(text.text());
                        };
                    case Condition.Range range ->
                        isAbove(Double.parseDouble(value), range.lower())
                                && isAbove(-Double.parseDouble(value), mirrored(range.upper()));
                };
    }

    private static boolean isAbove(double value, Condition.@Nullable Bound bound) {
        return bound == null || value > bound.value() || bound.inclusive() && value == bound.value();
    }

    private static Condition.@Nullable Bound mirrored(Condition.@Nullable Bound bound) {
        return bound == null
                ? null
                : new Condition.Bound(-Objects.requireNonNull(bound).value(), bound.inclusive());
    }
}
