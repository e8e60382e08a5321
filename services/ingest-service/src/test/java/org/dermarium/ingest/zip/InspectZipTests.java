package org.dermarium.ingest.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dermarium.ingest.original.Original;
import org.dermarium.testkit.file.LesionImages;
import org.dermarium.testkit.file.MaliciousFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;

class InspectZipTests {

    private static final int LARGEST = 10 << 20;

    @TempDir
    private Path folder;

    private Map<String, Original> inspect(byte[] zip) {
        return inspect(zip, new ZipSettings(1_000, DataSize.ofMegabytes(64), DataSize.ofMegabytes(100), 100));
    }

    private Map<String, Original> inspect(byte[] zip, ZipSettings limits) {
        try {
            return InspectZip.inspect(Files.write(folder.resolve("upload.zip"), zip), "uploads/a.zip", limits, LARGEST);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void findsWhereEachFileLies() throws IOException {
        byte[] image = LesionImages.jpeg(1, 64, 48);
        byte[] zip = zip(ZipEntry.DEFLATED, "folder/a.jpg", image, "__MACOSX/._a.jpg", new byte[4], "Thumbs.db", image);
        assertThat(inspect(zip)).hasEntrySatisfying("a.jpg", file -> {
            assertThat(file.size()).isEqualTo(image.length);
            assertThat(file.place()).extracting(Original.Place::method).isEqualTo(ZipEntry.DEFLATED);
        });
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(MaliciousFiles.zipBomb(5 << 20), "bomb.jpg", "unpacks to more"),
                Arguments.of(MaliciousFiles.zipLyingAboutSize(5 << 20), "small.jpg", ""),
                Arguments.of(MaliciousFiles.zipOverlap(3), "copy", ""),
                Arguments.of(MaliciousFiles.zipTraversal(), "../../outside.jpg", "leads out"),
                Arguments.of(MaliciousFiles.zipBackslashTraversal(), "outside.jpg", "leads out"),
                Arguments.of(MaliciousFiles.zipAbsolute(), "/etc/outside.jpg", "leads out"),
                Arguments.of(MaliciousFiles.zipSymlink(), "link.jpg", "link"),
                Arguments.of(MaliciousFiles.encryptedZip(), "secret.jpg", "encrypted"),
                Arguments.of(MaliciousFiles.nestedZip(), "inner.zip", "ZIP inside"),
                Arguments.of(MaliciousFiles.zipDuplicateNames(), "good.jpg", "another file of this name"),
                Arguments.of(MaliciousFiles.zipNulName(), "harmless.jpg\uFFFD.exe", "U+0000"),
                Arguments.of(MaliciousFiles.zipRightToLeftName(), "photo\uFFFDgpj.exe", "U+202E"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesTheWholeZipAndNamesTheFile(byte[] zip, String entry, String reason) {
        UnsafeZip refusal = catchThrowableOfType(UnsafeZip.class, () -> inspect(zip));
        assertThat(refusal.problems()).anySatisfy(problem -> {
            assertThat(problem.entry()).contains(entry);
            assertThat(problem.reason()).contains(reason);
        });
    }

    @Test
    void refusesNamesThatDifferInCaseAlone() throws IOException {
        byte[] zip = zip(ZipEntry.DEFLATED, "a/IMG.jpg", new byte[] {1}, "b/img.JPG", new byte[] {2});
        assertThat(catchThrowableOfType(UnsafeZip.class, () -> inspect(zip)).problems())
                .extracting(ZipProblem::entry)
                .containsExactly("b/img.JPG");
    }

    @Test
    void refusesWhatIsNoZip() {
        assertThat(catchThrowableOfType(UnsafeZip.class, () -> inspect(MaliciousFiles.notAnImage())))
                .hasMessageContaining("no ZIP");
        assertThat(catchThrowableOfType(UnsafeZip.class, () -> inspect(MaliciousFiles.truncatedZip())))
                .hasMessageContaining("damaged");
    }

    @Test
    void refusesTooManyFiles() {
        var limits = new ZipSettings(10, DataSize.ofMegabytes(64), DataSize.ofMegabytes(1), 100);
        assertThat(catchThrowableOfType(UnsafeZip.class, () -> inspect(MaliciousFiles.zipManyEntries(11), limits)))
                .hasMessageContaining("more than 10 files");
    }

    private static byte[] zip(int method, Object... namesAndBytes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setMethod(method);
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                zip.write((byte[]) namesAndBytes[i + 1]);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
