package org.dermarium.challenge.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dermarium.challenge.table.TableProblem;
import org.dermarium.challenge.table.UnusableTable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Tables of many rows, and those that nobody should be able to hurt us with. */
class LargeTablesTests {

    private static final int ROWS = 20_000;
    private static final List<String> CATEGORIES = List.of("MEL", "NV", "BCC", "AKIEC", "BKL", "DF", "VASC");

    @Test
    void makesNoObjectForACell() throws Exception {
        Truth truth = truth();
        byte[] csv = predictions(5);
        Predictions.read(new ByteArrayInputStream(csv), truth);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Predictions.read(new ByteArrayInputStream(csv), truth);
        long perCell = (threads.getCurrentThreadAllocatedBytes() - before) / (ROWS * CATEGORIES.size());
        // The double itself has 8 bytes, a text would have 56.
        assertThat(perCell).isLessThan(16);
    }

    @Test
    void givesTheSameScoreToTheLastDigit() throws Exception {
        Truth truth = truth();
        Score first = Cases.score(truth, "auc", predictions(6));
        Score second = Cases.score(truth, "auc", predictions(6));
        var json = new JsonMapper();
        assertThat(json.writeValueAsString(second)).isEqualTo(json.writeValueAsString(first));
    }

    @Test
    void stopsReadingAFileOfStrangers() {
        var endless = new Endless("image,MEL,NV,BCC,AKIEC,BKL,DF,VASC\n", ",0.1,0.1,0.1,0.1,0.1,0.1,0.1\n");
        assertThatExceptionOfType(UnusableTable.class)
                .isThrownBy(() -> Predictions.read(endless, truth()))
                .satisfies(refused -> assertThat(refused.problems())
                        .extracting(TableProblem::code)
                        .contains(TableProblem.Code.EXTRA_IMAGES));
    }

    @Test
    void refusesAQuoteThatIsNeverClosed() {
        var open = new Endless("image,MEL,NV,BCC,AKIEC,BKL,DF,VASC\na,\"\n", "0.1,");
        assertThatExceptionOfType(UnusableTable.class)
                .isThrownBy(() -> Predictions.read(open, truth()))
                .withMessageContaining("Could not parse CSV");
    }

    /** A head, then numbered lines for ever. */
    private static final class Endless extends InputStream {

        private final String tail;
        private byte[] present;
        private int at;
        private long line;

        Endless(String head, String tail) {
            this.tail = tail;
            this.present = head.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            if (at == present.length) {
                present = (line++ + tail).getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            return present[at++];
        }
    }

    private static Truth truth() {
        var ids = IntStream.range(0, ROWS).mapToObj("ISIC_%07d"::formatted).toList();
        var positive = new boolean[CATEGORIES.size()][ROWS];
        for (int r = 0; r < ROWS; r++) {
            positive[r % CATEGORIES.size()][r] = true;
        }
        var ones = new double[ROWS];
        Arrays.fill(ones, 1);
        return new Truth(ids, CATEGORIES, positive, ones, ones);
    }

    private static byte[] predictions(long seed) {
        var random = new Random(seed);
        var csv = new StringBuilder("image," + String.join(",", CATEGORIES) + "\n");
        for (int r = 0; r < ROWS; r++) {
            csv.append("ISIC_%07d".formatted(r));
            CATEGORIES.forEach(c -> csv.append(',').append(random.nextDouble()));
            csv.append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
