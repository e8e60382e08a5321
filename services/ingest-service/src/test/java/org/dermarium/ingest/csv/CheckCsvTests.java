package org.dermarium.ingest.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.dermarium.ingest.metadata.ImageRow;
import org.dermarium.ingest.problem.MetadataProblem;
import org.dermarium.testkit.SharedFolder;
import org.junit.jupiter.api.Test;

class CheckCsvTests {

    @Test
    void groupsProblemsByColumnAndMessageWithFirstFiveRows() {
        var csv = new StringBuilder("filename,sex,note\n");
        for (int i = 0; i < 7; i++) {
            csv.append(i).append(".jpg,x,\n");
        }
        CsvReport report = check(csv.toString());
        assertThat(report.rows()).isEqualTo(7);
        assertThat(report.problems())
                .containsExactly(new MetadataProblem(
                        "sex", null, "Input should be 'male' or 'female'", List.of(2, 3, 4, 5, 6), 7));
        assertThat(report.unstructuredColumns()).containsExactly("note");
    }

    @Test
    void passesOverByteOrderMarkAndEmptyLines() {
        CsvReport report = check("\uFEFF\"filename\",sex\r\n\r\na.jpg,\"male\"\r\n");
        assertThat(report).isEqualTo(new CsvReport(1, List.of(), List.of()));
    }

    @Test
    void needsColumnOfFileNames() {
        assertThat(check("Filename,sex\na.jpg,male\n").problems())
                .extracting(MetadataProblem::message)
                .containsExactly("Unable to find a filename column in CSV.");
    }

    @Test
    void namesDuplicateUnknownAndMissingFiles() {
        CsvReport report = CheckCsv.check(
                bytes("filename,sex\na.jpg,?\nb.jpg,?\nb.jpg,?\nc.jpg,?\nc.jpg,?\nc.jpg,?\n,?\nd.jpg,?\n"),
                name -> !name.equals("d.jpg"),
                false,
                CheckCsvTests::nothing);
        assertThat(report.problems())
                .containsExactly(
                        new MetadataProblem("filename", null, "Rows without a filename.", List.of(8), 1),
                        new MetadataProblem(
                                "filename",
                                null,
                                "Duplicate filenames found. 'c.jpg', 'b.jpg'.",
                                List.of(3, 4, 5, 6, 7),
                                5),
                        new MetadataProblem(
                                "filename", null, "Encountered unknown images in the CSV. 'd.jpg'.", List.of(9), 1));
    }

    @Test
    void namesByteAndLineThatAreNotUtf8() {
        byte[] latin =
                ("filename,note\n" + "a.jpg,fine\n".repeat(20_000) + "b.jpg,M\u00fcnchen\n").getBytes(ISO_8859_1);
        assertThat(onlyMessage(latin))
                .isEqualTo("The file is not UTF-8: byte 220021 (line 20002) is 0xFC. Save it as \"CSV UTF-8\".");
        assertThat(onlyMessage("filename\na.jpg\n".getBytes(UTF_16))).startsWith("The file is UTF-16");
        assertThat(onlyMessage(new byte[] {'a', ',', (byte) 0xE2, (byte) 0x82})).contains("byte 2 (line 1)");
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThat(onlyMessage(new byte[0])).isEqualTo("The file is empty.");
        assertThat(onlyMessage("filename,sex,sex\n".getBytes(UTF_8))).isEqualTo("The header names column 'sex' twice.");
        assertThat(onlyMessage(("filename,note\na.jpg," + "x".repeat(40_000)).getBytes(UTF_8)))
                .startsWith("The row after row 1 cannot be read");
        assertThat(onlyMessage(("filename" + ",".repeat(2_000)).getBytes(UTF_8)))
                .startsWith("The row after row 1 cannot be read");
        assertThat(onlyMessage("filename,sex\na.jpg,male,extra\n".getBytes(UTF_8)))
                .isEqualTo("The row has more cells than the header.");
    }

    @Test
    void stopsCollectingAfterAThousandKinds() {
        var csv = new StringBuilder("filename,sex,image_type\n");
        for (int i = 0; i < 5_000; i++) {
            csv.append(i).append(".jpg,male,type").append(i).append('\n');
        }
        assertThat(check(csv.toString()).problems()).hasSize(1_000);
    }

    @Test
    void readsKeptIdsOnlyForStaff() {
        String csv = "filename,isic_id,lesion_id,public_lesion_id,public\n"
                + "a.jpg,ISIC_0000001,x,IL_0000001,1\n"
                + "b.jpg,ISIC_0000001,y,IL_0000001,2\n"
                + "c.jpg,ISIC_3,x,IL_0000002,0\n";
        CsvReport staff = CheckCsv.check(bytes(csv), _ -> true, true, CheckCsvTests::nothing);
        assertThat(staff.unstructuredColumns()).isEmpty();
        assertThat(staff.problems())
                .extracting(MetadataProblem::column)
                .containsExactly("public", "isic_id", "public_lesion_id", "isic_id", "public_lesion_id");
        assertThat(check(csv).unstructuredColumns()).containsExactly("public", "public_lesion_id");
        assertThat(check(csv).valid()).isTrue();
    }

    @Test
    void asksWhatIsStoredAboutGoodRowsAlone() {
        var asked = new ArrayList<Integer>();
        CsvReport report = CheckCsv.check(bytes("filename\n" + "x.jpg\n"), _ -> true, false, rows -> {
            rows.forEach(row -> asked.add(row.number()));
            return List.of(MetadataProblem.ofRow(2, null, "It is published."));
        });
        assertThat(asked).containsExactly(2);
        assertThat(report.problems()).extracting(MetadataProblem::message).containsExactly("It is published.");

        CsvReport bad = CheckCsv.check(bytes("filename,sex\nx.jpg,?\n"), _ -> true, false, rows -> {
            throw new AssertionError("asked about " + rows);
        });
        assertThat(bad.problems()).extracting(MetadataProblem::column).containsExactly("sex");
    }

    @Test
    void acceptsTheComparisonSet() throws IOException {
        try (var in = Files.newInputStream(SharedFolder.file("data/comparison-set.csv"))) {
            CsvReport report = CheckCsv.check(in, _ -> true, true, CheckCsvTests::nothing);
            assertThat(report.problems()).isEmpty();
            assertThat(report.rows()).isEqualTo(10_480);
        }
    }

    /** What is stored forbids nothing. */
    private static List<MetadataProblem> nothing(List<ImageRow> rows) {
        return List.of();
    }

    private static CsvReport check(String csv) {
        return CheckCsv.check(bytes(csv), _ -> true, false, CheckCsvTests::nothing);
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static String onlyMessage(byte[] csv) {
        List<MetadataProblem> problems = CheckCsv.check(
                        new ByteArrayInputStream(csv), _ -> true, false, CheckCsvTests::nothing)
                .problems();
        assertThat(problems).hasSize(1);
        return problems.getFirst().message();
    }
}
