package org.dermarium.input.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dermarium.input.EachLike;
import org.dermarium.input.Line;
import org.dermarium.input.OneOf;
import org.dermarium.input.Prose;
import org.dermarium.input.WebAddress;
import org.dermarium.web.Problem;
import org.dermarium.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class JsonBodiesTests {

    private final JsonBodies bodies = new JsonBodies(JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build());

    static final class Others implements Supplier<List<String>> {

        @Override
        public List<String> get() {
            return List.of("closed");
        }
    }

    record Author(@NotNull @Line @Size(min = 1, max = 10) String fullName) {}

    record StudyIn(
            @NotNull @Line @Size(min = 1, max = 20) String name,
            @Nullable @Prose String description,
            @JsonProperty("public") @Nullable Boolean isPublic,
            @Nullable @Min(1) Long cohort,
            @Nullable @Size(max = 2) List<@Valid Author> authors,
            @Nullable @EachLike("ISIC_[0-9]{7}") List<@Nullable String> isicIds,
            @Nullable Map<String, Object> metadata,

            @Nullable @OneOf(value = "open", list = Others.class)
            String state,

            @Nullable @WebAddress String website,
            @Nullable Instant opensAt,
            @Nullable @Line List<String> tags) {}

    @Test
    void bindsWhatIsRight() {
        var study = (StudyIn) read("""
                {"name": "  Zürich ", "description": "a\\nb\\u200Cc", "public": false, "cohort": 5,
                 "authors": [{"full_name": "Ana"}], "isic_ids": ["ISIC_0000001"],
                 "metadata": {"age": 50, "x": [1.5, null, {"y": true}]}, "state": "open",
                 "website": "https://klinik.example/a?b=c", "opens_at": "2026-12-01T09:00:00+01:00"}
                """, StudyIn.class);
        assertThat(study.name()).isEqualTo("Zürich");
        assertThat(study.authors()).containsExactly(new Author("Ana"));
        assertThat(study.opensAt()).isEqualTo("2026-12-01T08:00:00Z");
        assertThat(study.metadata()).containsEntry("age", 50).containsKey("x");
    }

    @Test
    void namesEveryWrongFieldAtOnce() {
        assertThat(problems("""
                {"description": "a\\u0000", "public": "yes", "cohort": "5", "authors": [{"full_name": " "}, 7],
                 "isic_ids": ["ISIC_1", null, 3], "metadata": [], "state": "half", "website": "javascript:alert(1)",
                 "opens_at": "2026-12-01", "colour": "red"}
                """))
                .extracting(p -> p.loc().subList(2, p.loc().size()) + " " + p.type())
                .containsExactlyInAnyOrder(
                        "[name] missing",
                        "[description] value_error",
                        "[public] bool_type",
                        "[cohort] int_type",
                        "[authors, 0, full_name] string_too_short",
                        "[authors, 1] model_attributes_type",
                        "[isic_ids, 0] string_pattern_mismatch",
                        "[isic_ids, 1] string_pattern_mismatch",
                        "[isic_ids, 2] string_type",
                        "[metadata] dict_type",
                        "[state] literal_error",
                        "[website] value_error",
                        "[opens_at] datetime_type",
                        "[colour] extra_forbidden");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": 5} | Input should be a valid string",
                "{\"name\": [\"x\"]} | Input should be a valid string",
                "{\"name\": \"x\", \"cohort\": 5.5} | Input should be a valid integer",
                "{\"name\": \"x\", \"cohort\": 99999999999999999999} | Input should be a valid integer",
                "{\"name\": \"x\", \"public\": 1} | Input should be a valid boolean",
                "{\"name\": \"x\", \"isic_ids\": \"ISIC_0000001\"} | Input should be a valid list",
                "{\"name\": \"x\", \"state\": \"half\"} | Input should be 'open' or 'closed'",
                "{\"name\": \"\"} | String should have at least 1 character",
                "{\"name\": \"123456789012345678901\"} | String should have at most 20 characters",
                "{\"name\": \"a\\nb\"} | Value error, The character U+000A (LINE FEED (LF)) is not allowed.",
                "{\"name\": \"x\", \"tags\": [\"a\\tb\"]} | Value error, The character U+0009 (CHARACTER TABULATION) is not allowed.",
                "{\"name\": \"\\ud800\"} | Value error, The character U+D800 (HIGH SURROGATES D800) is not allowed.",
                "{\"name\": \"x\", \"metadata\": {\"a\\u202e\": 1}} | Value error, The character U+202E (RIGHT-TO-LEFT OVERRIDE) is not allowed.",
                "{\"name\": \"x\", \"metadata\": {\"a\": [{\"b\": \"\\u0000\"}]}} | Value error, The character U+0000 (NULL) is not allowed.",
                "[] | Input should be a valid dictionary or object to extract fields from",
                "7 | Input should be a valid dictionary or object to extract fields from",
                "null | Input should be a valid dictionary or object to extract fields from"
            })
    void saysWhatIsWanted(String body, String message) {
        assertThat(problems(body)).singleElement().extracting(Problem::msg).isEqualTo(message);
    }

    @Test
    void readsListsElementByElement() {
        Refusal refusal = refusal(
                "[{\"full_name\": \"a\"}, {}, {\"full_name\": \"\"}]", new TypeReference<List<Author>>() {}.getType());
        assertThat(detail(refusal))
                .extracting(Problem::loc)
                .containsExactly(Problem.body(1, "full_name"), Problem.body(2, "full_name"));
    }

    @Test
    void answersHugeInputWithLittle() {
        String wrong = "{\"name\": \"x\", \"isic_ids\": [" + "\"é\",".repeat(50_000) + "\"é\"]}";
        assertThat(problems(wrong))
                .hasSize(Problem.MOST + 1)
                .last()
                .extracting(Problem::msg)
                .isEqualTo("And 1 more.");
        String name = "n".repeat(1_000_000);
        assertThat(problems("{\"name\": \"" + name + "\"}"))
                .singleElement()
                .extracting(Problem::msg)
                .isEqualTo("String should have at most 100000 characters");
        assertThat(refusal("{\"name\": \"x\", \"" + name.substring(0, 40_000) + "\": 1}", StudyIn.class)
                        .body()
                        .toString())
                .hasSizeLessThan(1_000);
    }

    @Test
    void countsAnEmojiAsOneCharacter() {
        assertThat(((StudyIn) read("{\"name\": \"" + "\uD83D\uDE00".repeat(20) + "\"}", StudyIn.class)).name())
                .hasSize(40);
    }

    @Test
    void leavesWhatIsNoJsonToItsCaller() {
        assertThatThrownBy(() -> read("{\"name\": ", StudyIn.class)).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> read("{} x", StudyIn.class)).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> read("[".repeat(100_000), StudyIn.class)).isInstanceOf(JacksonException.class);
    }

    private Object read(String body, Type type) {
        return bodies.read(new ByteArrayInputStream(body.getBytes(UTF_8)), type);
    }

    private Refusal refusal(String body, Type type) {
        return catchThrowableOfType(Refusal.class, () -> read(body, type));
    }

    private List<Problem> problems(String body) {
        return detail(refusal(body, StudyIn.class));
    }

    @SuppressWarnings("unchecked")
    private static List<Problem> detail(Refusal refusal) {
        return ((Map<String, List<Problem>>) refusal.body()).get("detail");
    }
}
