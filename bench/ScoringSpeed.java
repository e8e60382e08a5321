import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import org.dermarium.bench.PredictionTables;
import org.dermarium.challenge.metric.Metric;
import org.dermarium.challenge.classification.Predictions;
import org.dermarium.challenge.classification.ScoreClassification;
import org.dermarium.challenge.classification.Truth;

/** Scores tables of seven categories over and over on one core, with all curves; prints a section of the results. */
public class ScoringSpeed {

    private static final int ROUNDS = 31;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What the reference's scorer took with curves of random numbers, in seconds (not measured for 500 rows). */
    private static final double[] REFERENCE = {Double.NaN, 2.47, 19.2};

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        System.out.printf("""

                ## Scoring alone
                One table in memory on one core, in the middle of %d rounds, in processor time; the ceiling reads the same bytes and sorts the columns.

                | rows | read and check | score with curves | together | ceiling | times the ceiling | allocated | the reference |
                |---|---|---|---|---|---|---|---|
                """, ROUNDS);
        for (int i = 0; i < PredictionTables.ROWS.length; i++) {
            measure(PredictionTables.ROWS[i], REFERENCE[i]);
        }
    }

    private static void measure(int rows, double reference) throws Exception {
        Truth truth = Truth.read(new ByteArrayInputStream(PredictionTables.truth(rows)));
        var scorer = new ScoreClassification(truth, Metric.BALANCED_ACCURACY);
        byte[] csv = PredictionTables.predictions(rows, 43);
        var reading = new double[ROUNDS];
        var scoring = new double[ROUNDS];
        var ceiling = new double[ROUNDS];
        long bytes = 0;
        int warmUp = rows < 10_000 ? 1_000 : 20;
        for (int round = -warmUp; round < ROUNDS; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            long begin = THREADS.getCurrentThreadCpuTime();
            Predictions predictions = Predictions.read(new ByteArrayInputStream(csv), truth);
            long read = THREADS.getCurrentThreadCpuTime();
            if (scorer.score(predictions).overall() == 0) {
                throw new IllegalStateException("no score");
            }
            long scored = THREADS.getCurrentThreadCpuTime();
            bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
            PredictionTables.readAndSort(csv, rows);
            long sorted = THREADS.getCurrentThreadCpuTime();
            if (round >= 0) {
                reading[round] = (read - begin) / 1e6;
                scoring[round] = (scored - read) / 1e6;
                ceiling[round] = (sorted - scored) / 1e6;
            }
        }
        double together = middle(reading) + middle(scoring);
        System.out.printf(
                "| %,d | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.2f | %.1f MB | %s |%n",
                rows, middle(reading), middle(scoring), together, middle(ceiling), together / middle(ceiling), bytes / 1e6,
                Double.isNaN(reference) ? "" : "%.2f s".formatted(reference));
    }

    private static double middle(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
