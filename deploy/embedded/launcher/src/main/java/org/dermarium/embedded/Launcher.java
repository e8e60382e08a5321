package org.dermarium.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dermarium.embedded.fleet.CannotStart;
import org.dermarium.embedded.process.Daemon;
import org.dermarium.embedded.service.Training;

/**
 * What the script {@code ./dermarium} calls. Commands: {@code up [--dashboards] [--instances N]}, {@code down}, {@code status [--json]},
 * {@code start|stop NAME...}, {@code seed WHAT...}, {@code token EMAIL}, {@code reset}, {@code servers start|stop DIR [BASE]},
 * {@code unpack}, {@code train}, {@code supervise}. System property {@code dermarium.root} is the repository. Exit status: 0 done, 1 cannot be done (the
 * reason is printed), 2 wrong usage, 3 not all ready.
 */
public final class Launcher {

    /** How long a command waits for another one to be done, or for the supervisor, which may wait for what a killed PostgreSQL left. */
    static final Duration TURN = Duration.ofSeconds(20);

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
                Installation wanted = installation.withInstances(
                        Instances.of(installation.home()).wanted(option(rest, "--instances")));
                change(wanted, command, rest);
                new Up(wanted).settle();
            }
            case "supervise" -> new Supervision(installation).run();
            case "status" -> {
                new Supervision(installation).ensure();
                return Status.of(installation).print(System.out, rest.contains("--json"));
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
        try (var only = installation.home().lock(TURN)) {
            switch (command) {
                case "up" -> new Up(installation).start(names.contains("--dashboards"));
                case "down" -> down(installation);
                case "reset" -> {
                    down(installation);
                    installation.home().erase();
                }
                case "start" -> start(installation, names);
                case "stop" -> installation.fleet().stopDaemons(named(installation, names));
                default -> {
                    System.err.println("Unknown command: " + command);
                    return 2;
                }
            }
        }
        return 0;
    }

    static void down(Installation installation) {
        List<Daemon> everything = new ArrayList<>(installation.daemons());
        everything.addAll(installation.dashboards().known());
        everything.add(installation.supervisor());
        installation.fleet().stopAll(everything, installation.home().marker());
    }

    private static void start(Installation installation, List<String> names) {
        List<Daemon> wanted = new ArrayList<>(named(installation, names));
        wanted.add(installation.supervisor());
        installation.fleet().start(wanted.stream().distinct().toList());
    }

    /** The word after this one, or nothing. */
    private static String option(List<String> words, String name) {
        int at = words.indexOf(name);
        return at < 0 ? "" : at + 1 < words.size() ? words.get(at + 1) : "?";
    }

    /** A service's name stands for all its instances. */
    private static List<Daemon> named(Installation installation, List<String> names) {
        List<Daemon> daemons = Stream.concat(installation.daemons().stream(), Stream.of(installation.supervisor()))
                .toList();
        List<String> known = daemons.stream().map(Daemon::name).toList();
        boolean all = names.stream().allMatch(name -> known.stream().anyMatch(one -> isMeant(one, name)));
        if (names.isEmpty() || !all) {
            throw new CannotStart("Name one or more of: " + String.join(", ", known));
        }
        return daemons.stream()
                .filter(daemon -> names.stream().anyMatch(name -> isMeant(daemon.name(), name)))
                .toList();
    }

    private static boolean isMeant(String process, String name) {
        return process.equals(name) || process.matches(Pattern.quote(name) + "-[0-9]");
    }
}
