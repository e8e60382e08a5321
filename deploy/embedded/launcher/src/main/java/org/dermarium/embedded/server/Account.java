package org.dermarium.embedded.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dermarium.embedded.fleet.CannotStart;

/**
 * Under which account PostgreSQL runs, because it refuses to run as root: in a user namespace of its own, or, where the
 * kernel forbids those, as an ordinary account. A data directory stays with the account that made it.
 *
 * @param prefix words to put before a PostgreSQL command
 */
record Account(List<String> prefix) {

    private static final int ROOT = 0;

    /** Decides for a data directory that may not exist yet; gives an existing empty one away where that is needed. */
    static Account forData(Path data) throws IOException, InterruptedException {
        if (!output("id", "-u").equals(Integer.toString(ROOT))) {
            return new Account(List.of());
        }
        int owner = Files.exists(data) ? (Integer) Files.getAttribute(data, "unix:uid") : ROOT;
        if (owner != ROOT) {
            return switchedTo(Integer.toString(owner));
        }
        if (succeeds("unshare", "--user", "true")) {
            return new Account(List.of("unshare", "--user"));
        }
        if (!succeeds("setpriv", "--version")) {
            throw new CannotStart(
                    "PostgreSQL does not run as root, and neither unshare nor setpriv is there to leave root: run as a normal user.");
        }
        String user = succeeds("id", "-u", "postgres") ? output("id", "-u", "postgres") : output("id", "-u", "nobody");
        return switchedTo(user);
    }

    private static Account switchedTo(String user) {
        return new Account(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"));
    }

    /** Gives a path to the account when it is not the caller's own. */
    void own(Path path) throws IOException, InterruptedException {
        prefix.stream()
                .filter(word -> word.startsWith("--reuid="))
                .map(word -> word.substring("--reuid=".length()))
                .findFirst()
                .ifPresent(user -> {
                    if (!succeeds("chown", "-R", user, path.toString())) {
                        throw new CannotStart("cannot give " + path + " to user id " + user);
                    }
                });
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return text;
    }
}
