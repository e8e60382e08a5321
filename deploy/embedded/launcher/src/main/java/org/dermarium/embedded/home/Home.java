package org.dermarium.embedded.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.dermarium.embedded.fleet.CannotStart;
import org.dermarium.embedded.fleet.Turn;
import org.dermarium.embedded.process.RunFiles;

/** The data directory of one installation. Private to its owner, because secrets and unpublished images lie in it. */
public record Home(Path root) {

    private static final String MARK = ".dermarium-home";

    /** Creates the directory when it is missing; refuses one that belongs to somebody else. */
    public static Home open(Path folder) {
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(folder.toAbsolutePath().getParent());
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
            }
            requireOwn(folder);
            Home home = new Home(folder.toRealPath());
            for (Path inner : new Path[] {home.run(), home.logs(), home.programs(), home.root.resolve("tmp")}) {
                Files.createDirectories(inner);
            }
            Path mark = home.root.resolve(MARK);
            if (!Files.exists(mark)) {
                Files.createFile(mark);
            }
            return home;
        } catch (IOException failure) {
            throw new CannotStart("Cannot use the data directory " + folder + ": " + failure, failure);
        }
    }

    /** Also root is refused: what it wrote there, the owner could not use any more. */
    private static void requireOwn(Path folder) throws IOException {
        String problem =
                folder + " belongs to " + Files.getOwner(folder) + ". Run as that user, or set DERMARIUM_HOME.";
        if (!Files.isWritable(folder)) {
            throw new CannotStart(problem);
        }
        Path mine = Files.createTempFile(folder, ".owner", null);
        boolean same = Files.getOwner(mine).equals(Files.getOwner(folder));
        Files.delete(mine);
        if (!same) {
            throw new CannotStart(problem);
        }
    }

    public Path run() {
        return root.resolve("run");
    }

    public RunFiles runFiles() {
        return new RunFiles(run());
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** Copies of the programs, so that building does not pull jars from under what runs. */
    public Path programs() {
        return root.resolve("programs");
    }

    /** What a server keeps; survives everything but {@code reset}. */
    public Path data(String name) {
        return root.resolve(name);
    }

    /** An empty folder for the temporary files of a process that is about to start. */
    public Path emptyTmp(String name) throws IOException {
        Path folder = root.resolve("tmp").resolve(name);
        delete(folder);
        return Files.createDirectories(folder);
    }

    /** Text on the command line of every JVM of this installation. */
    public String marker() {
        return "-Ddermarium.home=" + root + " ";
    }

    /** Two launchers at once would start everything twice; the supervisor is done in a moment. */
    public Turn lock(Duration patience) {
        return Turn.await(lockFile(), patience)
                .orElseThrow(() -> new CannotStart(
                        "Another ./dermarium command is at work on " + root + "; try again when it is done."));
    }

    /** As {@link #lock}, without waiting. */
    public Optional<Turn> tryLock() {
        return Turn.take(lockFile());
    }

    private Path lockFile() {
        return run().resolve("lock");
    }

    /** Deletes all data; only a folder that {@link #open} made or accepted before. */
    public void erase() throws IOException {
        if (!Files.exists(root.resolve(MARK))) {
            throw new CannotStart(root + " is not a Dermarium data directory; nothing was deleted.");
        }
        delete(root);
    }

    /** Deletes a folder with all that is in it, when it exists. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
