import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import org.dermarium.ingest.csv.CheckCsv;
import org.dermarium.ingest.csv.CsvReport;

/** Checks a metadata CSV of 13 columns over and over on one core; prints the best rate as a section of the results. */
public class MetadataSpeed {

    private static final int ROWS = 100_000;
    private static final int ROUNDS = 8;

    public static void main(String[] args) {
        byte[] csv = csv();
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            CsvReport report = CheckCsv.check(new ByteArrayInputStream(csv), _ -> true, false, _ -> List.of());
            if (!report.valid() || report.rows() != ROWS) {
                throw new IllegalStateException(report.toString());
            }
            best = Math.max(best, ROWS / ((System.nanoTime() - begin) / 1e9));
        }
        System.out.printf(Locale.ROOT, "%n## Metadata%nReading and checking CSV rows of 13 columns on one core: %,.0f rows/s.%n", best);
    }

    private static byte[] csv() {
        String[] diagnoses = {"Basal cell carcinoma", "Melanoma Invasive", "\"Nevus, NOS, Compound\"", "Seborrheic keratosis"};
        String[] sites = {"Trunk", "Head and neck", "Lower extremity:Foot", ""};
        var text = new StringBuilder("filename,age,sex,anatom_site,diagnosis,diagnosis_confirm_type,clin_size_long_diam_mm,"
                + "melanocytic,fitzpatrick_skin_type,patient_id,lesion_id,image_type,image_manipulation\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(i).append(".jpg,").append(i % 86).append(i % 2 == 0 ? ",male," : ",female,")
                    .append(sites[i % 4]).append(',').append(diagnoses[i / 3 % 4]).append(",histopathology,")
                    .append(i % 90).append(".5,").append(i % 3 == 0).append(",II,P").append(i / 7).append(",L").append(i / 2)
                    .append(i % 2 == 0 ? ",dermoscopic," : ",clinical: close-up,").append("instrument only\n");
        }
        return text.toString().getBytes(UTF_8);
    }
}
