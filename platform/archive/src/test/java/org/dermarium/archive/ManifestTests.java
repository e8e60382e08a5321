package org.dermarium.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ManifestTests {

    private static final String SHA = "0123456789abcdef".repeat(4);

    @Test
    void readsWhatItWrites() throws IOException {
        var entries = List.of(
                new Manifest.Entry("images/ISIC_0000001.jpg", SHA),
                new Manifest.Entry("supplements/a  b 100%\r\n%0A.txt", SHA),
                new Manifest.Entry("supplements/Übersicht.pdf", SHA));
        var out = new ByteArrayOutputStream();
        for (var entry : entries) {
            Manifest.write(entry, out);
        }

        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith(SHA + "  images/ISIC_0000001.jpg\n")
                .contains("supplements/a  b 100%25%0D%0A%250A.txt\n");
        assertThat(Manifest.read(new ByteArrayInputStream(out.toByteArray()))).isEqualTo(entries);
    }

    @Test
    void refusesWhatIsNoManifest() {
        for (String text : new String[] {"x", SHA + " one space", SHA + "  ", "\n"}) {
            assertThatThrownBy(() -> Manifest.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void ordersPathsByTheirBytes() {
        assertThat(Stream.of(
                                "supplements/\uFF21",
                                "supplements/\uD83D\uDE00",
                                "metadata.csv",
                                "images/ISIC_12345678.jpg",
                                "images/ISIC_1234567.jpg")
                        .sorted(Manifest.ORDER))
                .containsExactly(
                        "images/ISIC_1234567.jpg",
                        "images/ISIC_12345678.jpg",
                        "metadata.csv",
                        "supplements/\uFF21",
                        "supplements/\uD83D\uDE00");
    }
}
