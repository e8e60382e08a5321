package org.dermarium.testkit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The files must be wrong in the one way their names say and sound in all others, or tests prove nothing. */
class MaliciousFilesTests {

    @Test
    void archivesAreReadableAsZip() throws IOException {
        assertThat(names(MaliciousFiles.zipTraversal())).containsExactly("good.jpg", "../../outside.jpg");
        assertThat(names(MaliciousFiles.zipAbsolute())).containsExactly("good.jpg", "/etc/outside.jpg");
        assertThat(names(MaliciousFiles.zipDuplicateNames())).containsExactly("good.jpg", "good.jpg");
        assertThat(names(MaliciousFiles.nestedZip())).containsExactly("good.jpg", "inner.zip");
        assertThat(names(MaliciousFiles.zipNulName())).containsExactly("good.jpg", "harmless.jpg\0.exe");
        assertThat(names(MaliciousFiles.zipManyEntries(300))).hasSize(300);
    }

    @Test
    void bombUnpacksToAThousandTimesItsSize() throws IOException {
        byte[] bomb = MaliciousFiles.zipBomb(20_000_000);

        try (var zip = new ZipInputStream(new ByteArrayInputStream(bomb))) {
            zip.getNextEntry();
            zip.getNextEntry();
            assertThat(zip.readAllBytes()).hasSize(20_000_000);
        }
        assertThat(bomb).hasSizeLessThan(30_000);
    }

    @Test
    void encryptedArchiveIsRefusedByTheJdk() {
        assertThatThrownBy(() -> names(MaliciousFiles.encryptedZip())).hasMessageContaining("encrypted");
    }

    @Test
    void hugeHeaderAnnouncesABillionPixels() throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(MaliciousFiles.hugePixelHeader()))) {
            var reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in);
            assertThat((long) reader.getWidth(0) * reader.getHeight(0)).isEqualTo(1_000_000_000L);
            reader.dispose();
        }
    }

    @Test
    void polyglotIsAGoodJpegAndAGoodZip() throws IOException {
        assertThat(ImageIO.read(new ByteArrayInputStream(MaliciousFiles.polyglot())))
                .isNotNull();
        assertThat(MaliciousFiles.polyglot()).endsWith(MaliciousFiles.zipTraversal());
    }

    @Test
    void pngBombDecodesToAllItsPixels() throws IOException {
        byte[] bomb = MaliciousFiles.pngBomb(4_000);

        assertThat(bomb).hasSizeLessThan(20_000);
        assertThat(ImageIO.read(new ByteArrayInputStream(bomb)).getWidth()).isEqualTo(4_000);
    }

    private static List<String> names(byte[] zip) throws IOException {
        var names = new ArrayList<String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
