package org.dermarium.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dermarium.embedded.process.CannotStart;
import org.dermarium.embedded.process.Daemon;
import org.dermarium.embedded.process.Fleet;
import org.dermarium.embedded.process.Running;
import org.dermarium.embedded.service.Training;

/**
 * What the script {@code ./dermarium} calls. Commands: {@code up [--dashboards]}, {@code down}, {@code status [--json]},
 * {@code start|stop NAME...}, {@code seed WHAT...}, {@code token EMAIL}, {@code reset}, {@code servers start|stop DIR [BASE]},
 * {@code unpack}, {@code train}. System property {@code dermarium.root} is the repository. Exit status: 0 done, 1 cannot be done (the
 * reason is printed), 2 wrong usage, 3 not all ready.
 */
public final class Launcher {

    private final Path sources = Path.of(System.getProperty("dermarium.root", "."));

    private Launcher() {}

    public static void main(String[] args) throws Exception {
        try {
            System.exit(new Launcher().run(List.of(args)));
        } catch (CannotStart problem) {
            System.err.println(problem.getMessage());
            System.exit(1);
        }
    }

    private int run(List<String> args) throws IOException, InterruptedException {
        String command = args.isEmpty() ? "" : args.getFirst();
        List<String> rest = args.subList(Math.min(1, args.size()), args.size());
        if (command.equals("servers")) {
            return new ServersOnly(sources).run(rest);
        }
        Installation installation = Installation.fromEnvironment(sources);
        switch (command) {
            case "up" -> {
                change(installation, command, rest);
                new Up(installation).settle();
            }
            case "status" -> {
                return new Status(installation).print(System.out, rest.contains("--json"));
            }
            case "token" -> System.out.println(new Token(installation).of(rest.getFirst()));
            case "seed" -> {
                return new Seeding(installation).run(rest);
            }
            case "unpack" -> installation.services().unpack();
            case "train" -> new Training(installation.services()).run();
            default -> {
                return change(installation, command, rest);
            }
        }
        return 0;
    }

    /** Commands that start or stop something, one at a time. */
    private int change(Installation installation, String command, List<String> names)
            throws IOException, InterruptedException {
        try (var only = installation.home().lock()) {
            switch (command) {
                case "up" -> new Up(installation).start(names.contains("--dashboards"));
                case "down" -> down(installation);
                case "reset" -> {
                    down(installation);
                    installation.home().erase();
                }
                case "start" -> installation.fleet().start(named(installation, names));
                case "stop" -> stop(installation, names);
                default -> {
                    System.err.println("Unknown command: " + command);
                    return 2;
                }
            }
        }
        return 0;
    }

    static void down(Installation installation) {
        List<Daemon> everything = Stream.concat(
                        installation.daemons().stream(), installation.dashboards().known().stream())
                .toList();
        installation.fleet().stopAll(everything, installation.home().marker());
    }

    private static void stop(Installation installation, List<String> names) {
        Fleet fleet = installation.fleet();
        List<Running> running = named(installation, names).stream()
                .flatMap(daemon -> fleet.find(daemon).stream())
                .toList();
        fleet.stop(running);
    }

    private static List<Daemon> named(Installation installation, List<String> names) {
        List<Daemon> daemons = installation.daemons();
        List<String> known = daemons.stream().map(Daemon::name).toList();
        if (names.isEmpty() || !known.containsAll(names)) {
            throw new CannotStart("Name one or more of: " + String.join(", ", known));
        }
        return daemons.stream().filter(daemon -> names.contains(daemon.name())).toList();
    }
}
