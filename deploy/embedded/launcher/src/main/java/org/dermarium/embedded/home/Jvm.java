package org.dermarium.embedded.home;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of JVMs of the same Java that runs the launcher. */
public final class Jvm {

    private Jvm() {}

    /** {@code java} with what all our processes share; options, class path and main class are to follow. */
    public static List<String> command(Home home, String name, Compiling compiling, String... options)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(markers(home, name));
        command.add("-Djava.io.tmpdir=" + home.emptyTmp(name));
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData"));
        command.addAll(compiling.options());
        command.addAll(List.of(options));
        return command;
    }

    /** As {@link #command}, for a server: its classes are archived when it ends for the first time and mapped ever after. */
    public static List<String> server(Home home, String name, Compiling compiling, String... options)
            throws IOException {
        List<String> command = command(home, name, compiling, options);
        command.add("-XX:+AutoCreateSharedArchive");
        command.add("-XX:SharedArchiveFile=" + home.programs().resolve(name + ".jsa"));
        // What cannot be archived is of no interest to whoever reads the log.
        command.add("-Xlog:cds*=error");
        return command;
    }

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** By which a process is found again; the same text as {@link #marker}. */
    static List<String> markers(Home home, String name) {
        return List.of("-Ddermarium.home=" + home.root(), "-Ddermarium.process=" + name);
    }

    public static String marker(Home home, String name) {
        return String.join(" ", markers(home, name)) + " ";
    }
}
