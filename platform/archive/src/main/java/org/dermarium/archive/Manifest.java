package org.dermarium.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The lines of a manifest: SHA-256, two spaces, path (RFC 8493 §2.1.3), which {@code sha256sum -c} reads too. */
public final class Manifest {

    /** What a manifest is called. */
    public static final String NAME = "manifest-sha256.txt";

    /** The order of all paths in a frozen archive: by their bytes in UTF-8. */
    public static final Comparator<String> ORDER =
            Comparator.comparing(path -> path.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private Manifest() {}

    /** @param sha256 64 lower-case hex digits */
    public record Entry(String path, String sha256) {}

    /** Writes one line. */
    public static void write(Entry entry, OutputStream out) throws IOException {
        String line = entry.sha256 + "  " + encoded(entry.path) + "\n";
        out.write(line.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads all lines.
     *
     * @throws IOException also when a line is none of a manifest
     */
    public static List<Entry> read(InputStream in) throws IOException {
        List<Entry> entries = new ArrayList<>();
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.matches("[0-9a-f]{64} {2}.+")) {
                throw new IOException("not a line of a manifest: " + line);
            }
            entries.add(new Entry(decoded(line.substring(66)), line.substring(0, 64)));
        }
        return List.copyOf(entries);
    }

    private static String encoded(String path) {
        return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String decoded(String path) {
        return path.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%");
    }
}
