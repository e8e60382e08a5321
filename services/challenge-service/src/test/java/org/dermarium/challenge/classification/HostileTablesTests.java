package org.dermarium.challenge.classification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dermarium.challenge.table.UnusableTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files made to fill the memory, or to hide in messages. */
class HostileTablesTests {

    private static final int MILLION = 1_000_000;
    private static final int MOST_IN_A_MESSAGE = 2_500;

    /** One text behind the other, made as they are read. */
    private static InputStream table(String first, Stream<String> rest) {
        Iterator<InputStream> parts = Stream.concat(Stream.of(first), rest)
                .map(HostileTablesTests::bytes)
                .iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return parts.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return parts.next();
            }
        }) {
            /** The library's reads all that is left. */
            @Override
            public void close() {}
        };
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    enum Hostile {
        IDS_OF_A_MILLION_LETTERS {
            @Override
            InputStream file() {
                return table("image,MEL\n\n", rows(25, "x".repeat(MILLION)));
            }
        },
        MANY_LONG_IDS {
            @Override
            InputStream file() {
                return table("image,MEL\n\n", rows(MILLION / 5, "ü".repeat(900)));
            }
        },
        ONE_LONG_HEADER {
            @Override
            InputStream file() {
                return table("image,\"\n\n", Stream.of("x".repeat(50_000), "\",MEL\n"));
            }
        },
        MILLIONS_OF_COLUMNS {
            @Override
            InputStream file() {
                return table("image,\"\n\n\",", IntStream.range(0, 10 * MILLION).mapToObj(i -> i + ","));
            }
        },
        AN_OPEN_QUOTE {
            @Override
            InputStream file() {
                return table("image,MEL\n\n\"", rows(MILLION, "x"));
            }
        },
        A_NUMBER_OF_A_MILLION_DIGITS {
            @Override
            InputStream file() {
                return table("image,MEL\n\na,0.", Stream.of("1".repeat(MILLION), "\n"));
            }
        },
        ROWS_WITHOUT_END {
            @Override
            InputStream file() {
                return table("image,MEL\n\n", rows(20 * MILLION, ""));
            }
        };

        abstract InputStream file();

        private static Stream<String> rows(int count, String id) {
            int together = Math.min(count, 25);
            return IntStream.range(0, count / together)
                    .mapToObj(part -> IntStream.range(0, together)
                            .mapToObj(i -> id + (part * together + i) + ",1\n")
                            .collect(Collectors.joining()));
        }
    }

    /** Runs in a process of its own with the heap of the service. */
    static final class InASmallProcess {

        public static void main(String[] args) throws Exception {
            var hostile = Hostile.valueOf(args[0]);
            refused(() -> Truth.read(hostile.file()));
            refused(() -> Predictions.read(
                    hostile.file(), PredictionFilesTests.truthOf(List.of("ISIC_0000001"), List.of("MEL"))));
        }

        interface Reading {
            Object read() throws Exception;
        }

        private static void refused(Reading reading) throws Exception {
            try {
                throw new IllegalStateException("taken: " + reading.read());
            } catch (UnusableTable e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedInASmallHeapWithAShortMessage(Hostile hostile) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InASmallProcess.class.getName(),
                        hostile.name())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines())
                .hasSize(2)
                .allSatisfy(message -> assertThat(message).isNotBlank().hasSizeLessThan(MOST_IN_A_MESSAGE));
    }

    @Test
    void namesTheCellThatIsTooLong() {
        assertThat(refused("image,MEL\na,0.5\nb," + "1".repeat(1_001) + "\n"))
                .hasMessage("Cell 2 of row 3 has 1001 characters; at most 1000 are read.");
    }

    @Test
    void cutsAndCleansWhatItSaysOfAFile() {
        String tricky = "a\0\u202Egpj.exe\n" + "x".repeat(200);
        assertThat(refused("image,MEL\na,0.5\n\"" + tricky + "\",0.5\n").problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.message())
                            .contains("a\uFFFD\uFFFDgpj.exe\uFFFDxxx")
                            .contains("…'")
                            .hasSizeLessThan(200);
                    assertThat(problem.places().getFirst().value())
                            .startsWith("a\uFFFD\uFFFDgpj")
                            .hasSize(81);
                });
    }

    private static UnusableTable refused(String predictions) {
        Truth truth = PredictionFilesTests.truthOf(List.of("a"), List.of("MEL"));
        return catchThrowableOfType(UnusableTable.class, () -> Predictions.read(bytes(predictions), truth));
    }

    @Test
    void refusesATruthWithNamesThatCannotBeShown() {
        for (String name : List.of("x".repeat(101), "a\u202Eb", "a\0b")) {
            for (String table : List.of("image,MEL\n" + name + ",1\nb,0\n", "image,MEL," + name + "\na,1,0\nb,0,1\n")) {
                assertThatExceptionOfType(UnusableTable.class)
                        .isThrownBy(() -> Truth.read(bytes(table)))
                        .withMessageContaining("at most 100 characters, none of them invisible");
            }
        }
    }
}
