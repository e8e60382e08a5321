package org.dermarium.challenge.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.dermarium.challenge.classification.Cases.EXACT;
import static org.dermarium.challenge.table.TableProblem.Code.DUPLICATE_IDS;
import static org.dermarium.challenge.table.TableProblem.Code.FAULTY_TRUTH;
import static org.dermarium.challenge.table.TableProblem.Code.NOT_UTF8;
import static org.dermarium.challenge.table.TableProblem.Code.NO_ID_COLUMN;
import static org.dermarium.challenge.table.TableProblem.Code.OUT_OF_RANGE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dermarium.challenge.table.Table;
import org.dermarium.challenge.table.TableProblem;
import org.dermarium.challenge.table.UnusableTable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.JsonNode;

/** Truths that the reference scored or stumbled over. */
class TruthFilesTests {

    /**
     * Refused when uploaded. The reference takes each of them and finds out at the first submission: by an internal
     * failure, by scoring that never ends, or by a validation score of 1 for everybody.
     */
    private static final Map<String, TableProblem.Code> FAULTY = Map.ofEntries(
            Map.entry("balanced_accuracy: no id column", NO_ID_COLUMN),
            Map.entry("balanced_accuracy: score weights all zero", FAULTY_TRUTH),
            Map.entry("balanced_accuracy: validation weights all zero", FAULTY_TRUTH),
            Map.entry("balanced_accuracy: a category without positives", FAULTY_TRUTH),
            Map.entry("balanced_accuracy: value 2", OUT_OF_RANGE),
            Map.entry("balanced_accuracy: duplicate ids", DUPLICATE_IDS),
            Map.entry("balanced_accuracy: empty", TableProblem.Code.NO_LINES),
            Map.entry("balanced_accuracy: UTF-16", NOT_UTF8),
            Map.entry("balanced_accuracy: semicolons", NO_ID_COLUMN),
            Map.entry("auc: score weights all zero", FAULTY_TRUTH),
            Map.entry("auc: weights negative", OUT_OF_RANGE),
            Map.entry("auc: a category without negatives", FAULTY_TRUTH),
            Map.entry("ap: score weights all zero", FAULTY_TRUTH),
            Map.entry("ap: validation weights all zero", FAULTY_TRUTH),
            Map.entry("ap: weights negative", OUT_OF_RANGE),
            Map.entry("ap: a category without negatives", FAULTY_TRUTH),
            Map.entry("dice: validation weights all zero", FAULTY_TRUTH),
            Map.entry("dice: weights negative", OUT_OF_RANGE),
            Map.entry("dice: a category without negatives", FAULTY_TRUTH));

    /**
     * Scored by ids. The reference joins weights by position: one of its scores is above 1, one never ends. Ours must be
     * the score of the same truth sorted by id, which the reference joins rightly.
     */
    private static final List<String> UNSORTED_WEIGHTS = List.of(
            "balanced_accuracy: weights, rows not sorted",
            "ap: weights, rows not sorted",
            "dice: weights, rows not sorted",
            "dice: weights, another order",
            "balanced_accuracy: weights, rows not sorted, prediction with ties",
            "dice: weights, rows not sorted, prediction with ties");

    /** Numbers as ids: the reference never matches them, ours does. */
    private static final String NUMERIC_IDS = "balanced_accuracy: numeric ids";

    @TestFactory
    Stream<DynamicTest> scoresByIdAndRefusesFaultyTruths() throws IOException {
        return Cases.records("challenge-truth.ndjson", TruthFilesTests::test);
    }

    private static Executable test(JsonNode record) {
        String id = record.get("id").asString();
        if (FAULTY.containsKey(id)) {
            return () -> assertThatExceptionOfType(UnusableTable.class)
                    .isThrownBy(() -> Truth.read(new ByteArrayInputStream(Cases.bytes(record.get("truth")))))
                    .satisfies(refused ->
                            assertThat(refused.problems().getFirst().code()).isEqualTo(FAULTY.get(id)));
        }
        if (UNSORTED_WEIGHTS.contains(id)) {
            return () -> scoresLikeTheSortedTruth(record);
        }
        if (id.equals(NUMERIC_IDS)) {
            return () -> assertThat(score(record, truth(record)).overall()).isBetween(0.0, 1.0);
        }
        return () -> Cases.assertSame(record.at("/scored/score"), score(record, truth(record)));
    }

    private static void scoresLikeTheSortedTruth(JsonNode record) throws Exception {
        Score ours = score(record, truth(record));
        assertThat(ours.overall()).isBetween(0.0, 1.0);
        assertThat(ours.validation()).isBetween(0.0, 1.0);
        Score sorted = score(record, sorted(record));
        assertThat(ours.overall()).isCloseTo(sorted.overall(), EXACT);
        assertThat(ours.validation()).isCloseTo(sorted.validation(), EXACT);
        assertThat(ours.macroAverage()).containsExactlyEntriesOf(new LinkedHashMap<>(sorted.macroAverage()));
    }

    private static Truth truth(JsonNode record) throws Exception {
        return Truth.read(new ByteArrayInputStream(Cases.bytes(record.get("truth"))));
    }

    private static Truth sorted(JsonNode record) throws Exception {
        String[] lines = record.at("/truth/text").asString().split("\n");
        var rows = new TreeMap<String, String>();
        for (int i = 1; i < lines.length; i++) {
            rows.put(lines[i], lines[i]);
        }
        return Truth.read(Cases.text(lines[0] + "\n" + String.join("\n", rows.values()) + "\n"));
    }

    private static Score score(JsonNode record, Truth truth) throws Exception {
        return Cases.score(
                truth, record.get("metric").asString(), Cases.bytes(record.at("/form/test_prediction_file")));
    }

    @TestFactory
    Stream<DynamicTest> readsWeightsLikeTheReference() {
        return Cases.cases("/truth_parsing/cases")
                .valueStream()
                .map(c -> DynamicTest.dynamicTest(c.get("csv").asString(), () -> readsLike(c)));
    }

    private static void readsLike(JsonNode c) throws Exception {
        var csv = Cases.text(c.get("csv").asString());
        if (c.has("crash")) {
            assertThatExceptionOfType(UnusableTable.class).isThrownBy(() -> Truth.read(csv));
            return;
        }
        // Two rows are too few for a task in one of the cases; what is read is looked at before that check.
        var reading = new ReadTruth();
        Table.read(csv, reading);
        Truth truth = reading.build();
        assertThat(truth.categories())
                .isEqualTo(c.get("categories")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
        for (int r = 0; r < truth.ids().size(); r++) {
            JsonNode weights = c.get("weights").get(truth.ids().get(r));
            assertThat(truth.scoreWeight()[r]).isEqualTo(weights.get(0).asDouble());
            assertThat(truth.validationWeight()[r]).isEqualTo(weights.get(1).asDouble());
        }
    }

    @Test
    void takesFileNamesForIds() throws Exception {
        Truth truth = Truth.read(Cases.text("image,A,B\nx.jpg,1,0\ny.JPG,0,1\n"));
        assertThat(truth.ids()).containsExactly("x", "y");
    }

    @Test
    void namesRowColumnAndValue() {
        assertThatExceptionOfType(UnusableTable.class)
                .isThrownBy(() -> Truth.read(Cases.text("image,A,B\nx,1,0\n\ny,0,often\n")))
                .satisfies(refused -> assertThat(refused.problems())
                        .containsExactly(new TableProblem(
                                TableProblem.Code.NOT_NUMBERS,
                                "Not a number in columns: ['B'].",
                                1,
                                List.of(new TableProblem.Place(4, "B", "often")))));
    }

    @Test
    void refusesTwoIdColumns() {
        assertThatExceptionOfType(UnusableTable.class)
                .isThrownBy(() -> Truth.read(Cases.text("image,lesion_id,A\nx,l,1\ny,l,0\n")))
                .withMessageContaining("one id column");
    }

    @Test
    void doesNotTakeStorageThatIsAwayForAFaultOfTheFile() {
        var away = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("storage is away");
            }
        };
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> Truth.read(away));
    }
}
