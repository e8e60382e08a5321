package org.dermarium.e2e.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tables of a truth and of predictions over many images, which need not exist. */
public final class Tables {

    private static final int ROWS = 2_000;

    private Tables() {}

    public static byte[] truth(int firstId) {
        return table(firstId, "1,0", "0,1").getBytes(UTF_8);
    }

    public static String predictions(int firstId) {
        return table(firstId, "0.75,0.25", "0.25,0.75");
    }

    private static String table(int firstId, String even, String odd) {
        return IntStream.range(firstId, firstId + ROWS)
                .mapToObj(Uploader::isicId)
                .map(id -> id + "," + (id.charAt(id.length() - 1) % 2 == 0 ? even : odd))
                .collect(Collectors.joining("\n", "image,MEL,NV\n", "\n"));
    }
}
