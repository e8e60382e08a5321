package org.dermarium.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The project's own servers without containers, started by {@code ./dermarium servers}. */
final class EmbeddedServers implements ServerProvider {

    private static final long MINUTES = 5;

    @Override
    public ServerAddresses start() {
        Path root = projectRoot();
        Path home = root.resolve("target/test-servers");
        run(root, "start", home);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> run(root, "stop", home), "stop-test-servers"));
        return ServerAddresses.read(home.resolve("servers.properties"));
    }

    private static void run(Path root, String verb, Path home) {
        var command = List.of(root.resolve("dermarium").toString(), "servers", verb, home.toString());
        try {
            Process process = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .inheritIO()
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroy();
                throw new IllegalStateException(String.join(" ", command) + " failed; its output says why");
            }
        } catch (IOException e) {
            throw new IllegalStateException(String.join(" ", command) + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the test servers", e);
        }
    }

    private static Path projectRoot() {
        for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            if (Files.isExecutable(dir.resolve("dermarium")) && Files.isRegularFile(dir.resolve("dermarium"))) {
                return dir;
            }
        }
        throw new IllegalStateException("no ./dermarium above " + Path.of("").toAbsolutePath());
    }
}
