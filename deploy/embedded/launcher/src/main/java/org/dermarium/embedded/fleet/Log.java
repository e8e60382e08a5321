package org.dermarium.embedded.fleet;

import java.io.File;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A process's output. Each start begins a new file and keeps the last ones, so logs do not grow over restarts, and what a
 * process said before it ended outlives its next starts.
 */
record Log(Path file) {

    private static final int KEPT = 3;
    private static final int TAIL_LINES = 15;
    private static final int TAIL_BYTES = 16_384;

    File begin() throws IOException {
        for (int older = KEPT; older > 0; older--) {
            Path from = kept(older - 1);
            if (Files.exists(from)) {
                Files.move(from, kept(older), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return file.toFile();
    }

    /** {@code 0} is the present one. */
    private Path kept(int starts) {
        return starts == 0 ? file : file.resolveSibling(file.getFileName() + "." + starts);
    }

    String tail() {
        try (var channel = FileChannel.open(file)) {
            channel.position(Math.max(0, channel.size() - TAIL_BYTES));
            String end = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
            List<String> lines = end.lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException missing) {
            return "(no log)";
        }
    }
}
