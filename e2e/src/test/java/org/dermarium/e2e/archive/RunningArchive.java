package org.dermarium.e2e.archive;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dermarium.client.Api;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One archive in {@code target/home}, run by the script. With {@code -Ddermarium.e2e.keep} it is left running, and found
 * again by the next run.
 */
public final class RunningArchive implements AutoCloseable {

    public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    public static final Path TARGET = Path.of("target").toAbsolutePath();

    private static final boolean KEEP = Boolean.getBoolean("dermarium.e2e.keep");
    /** Of each service; those of the servers and the gateway are one. */
    public static final int INSTANCES = Integer.getInteger("dermarium.e2e.instances", 1);

    /** Servers and services, and their second instances above them. */
    private static final int PORTS = 30;

    private static final int IDENTITY = 1;
    public static final int CATALOG = 3;
    public static final int SEARCH = 4;
    public static final int DOI = 5;
    public static final int KAFKA = 11;
    public static final int REGISTRAR = 17;
    public static final int PROMETHEUS = 18;

    private final Path home;
    private final int base;

    private RunningArchive(Path home, int base) {
        this.home = home;
        this.base = base;
    }

    /** Starts an empty archive, without the demonstration's images. */
    public static RunningArchive start(String name) {
        Path home = TARGET.resolve(name);
        Path basePort = TARGET.resolve(name + ".port");
        try {
            if (Files.exists(basePort)) {
                var earlier = new RunningArchive(home, Integer.parseInt(Files.readString(basePort)));
                if (KEEP && earlier.run("status").exit() == 0) {
                    return earlier;
                }
                earlier.run("down");
            }
            eraseTree(home);
            Files.createDirectories(home);
            Files.createFile(home.resolve("demo-seeded"));
            var archive = new RunningArchive(home, freeBase());
            Files.writeString(basePort, Integer.toString(archive.base));
            archive.dermarium("up");
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + base;
    }

    public Api api() {
        return Api.at(url(), identityUrl());
    }

    public String identityUrl() {
        return serviceUrl(IDENTITY);
    }

    /** A service's own port, which only operators reach. */
    public String serviceUrl(int offset) {
        return "http://127.0.0.1:" + (base + offset);
    }

    public void startAgain(String... names) {
        dermarium(with("start", names));
    }

    /** Every process that should run and does not. */
    public void startWhatStands() {
        if (!status().get("ready").asBoolean()) {
            dermarium("up");
        }
    }

    public void stop(String... names) {
        dermarium(with("stop", names));
    }

    /** Until it is closed the service or server is there, keeps its connections and does nothing. */
    public Halted halt(String name) {
        return new Halted(pids(name));
    }

    public record Halted(List<Long> pids) implements AutoCloseable {

        public Halted {
            signal("-STOP", pids);
        }

        @Override
        public void close() {
            signal("-CONT", pids);
        }

        private static void signal(String signal, List<Long> pids) {
            var command = new ArrayList<>(List.of("kill", signal));
            pids.forEach(pid -> command.add(Long.toString(pid)));
            Command.Result result = Command.run(TARGET, Map.of(), command);
            if (result.exit() != 0) {
                throw new IllegalStateException(result.output());
            }
        }
    }

    /** Where the object storage keeps the only object with these bytes. */
    public Path stored(byte[] content) {
        try (var files = Files.walk(home.resolve("s3/data"))) {
            return files.filter(file -> holds(file, content)).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the kernel does when memory is short: no time to tidy up. All instances, where the name is a service's. */
    public void killHard(String name) {
        for (long pid : pids(name)) {
            ProcessHandle.of(pid).ifPresent(process -> {
                process.destroyForcibly();
                process.onExit().join();
            });
        }
    }

    /** How often the supervisor has started it again; of a service the sum over its instances. */
    public int restarts(String name) {
        return processes(name).stream()
                .mapToInt(process -> process.path("restarts").asInt(0))
                .sum();
    }

    public boolean isReady(String name) {
        return processes(name).stream()
                .allMatch(process -> process.get("state").asString().equals("ready"));
    }

    public JsonNode status() {
        return new JsonMapper().readTree(run("status", "--json").output());
    }

    /** For programs that load data through the API. */
    public Map<String, String> environment() {
        return Map.of(
                "DERMARIUM_HOME", home.toString(),
                "DERMARIUM_PORT", Integer.toString(base),
                "DERMARIUM_BASE_PORT", Integer.toString(base),
                "DERMARIUM_INSTANCES", Integer.toString(INSTANCES),
                "DERMARIUM_BUILD", "off",
                "DERMARIUM_TRAINING", "off",
                "DERMARIUM_COMPILING", "quick",
                "DERMARIUM_URL", url(),
                "DERMARIUM_IDENTITY", identityUrl());
    }

    /** Loads a data set through the API, as {@code deploy/seed} does it. */
    public void seed(String... arguments) {
        Path seeder = ROOT.resolve("deploy/seed/target");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                seeder.resolve("dermarium-seed.jar") + ":" + seeder.resolve("lib") + "/*",
                "org.dermarium.seed.Seed"));
        command.addAll(List.of(arguments));
        Command.Result result = Command.run(ROOT, environment(), command);
        if (result.exit() != 0) {
            throw new IllegalStateException(result.output());
        }
    }

    @Override
    public void close() {
        if (!KEEP) {
            dermarium("down");
        }
    }

    private List<Long> pids(String name) {
        return processes(name).stream()
                .filter(process -> !process.get("pid").isNull())
                .map(process -> process.get("pid").asLong())
                .toList();
    }

    /** A server, an instance, or all instances of a service. */
    private List<JsonNode> processes(String name) {
        List<JsonNode> found = status().get("processes")
                .valueStream()
                .filter(process -> process.get("name").asString().matches(Pattern.quote(name) + "(-[0-9])?"))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no process is called " + name);
        }
        return found;
    }

    private void dermarium(String... arguments) {
        Command.Result result = run(arguments);
        if (result.exit() != 0) {
            throw new IllegalStateException("./dermarium " + String.join(" ", arguments) + ": " + result.output());
        }
    }

    private Command.Result run(String... arguments) {
        var command = new ArrayList<>(List.of(ROOT.resolve("dermarium").toString()));
        command.addAll(List.of(arguments));
        Command.Result result = Command.run(ROOT, environment(), command);
        try {
            Files.writeString(TARGET.resolve("dermarium.log"), command + "\n" + result.output() + "\n", CREATE, APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return result;
    }

    private static String[] with(String command, String... names) {
        var all = new ArrayList<>(List.of(command));
        all.addAll(List.of(names));
        return all.toArray(String[]::new);
    }

    private static boolean holds(Path file, byte[] content) {
        try {
            return Files.isRegularFile(file)
                    && Files.size(file) == content.length
                    && Arrays.equals(Files.readAllBytes(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freeBase() {
        return new Random()
                .ints(20_000, 32_000)
                .filter(base -> IntStream.range(base, base + PORTS).allMatch(RunningArchive::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    public static void eraseTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var tree = Files.walk(folder)) {
                tree.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }
}
