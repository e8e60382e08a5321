package org.dermarium.embedded;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dermarium.embedded.process.Daemon;
import org.dermarium.embedded.process.Ending;
import org.dermarium.embedded.process.Endings;
import org.dermarium.embedded.process.Running;

/** What runs, on which port, since when, with how much memory, and what ended without being stopped. */
record Status(Installation installation, Endings endings) {

    static Status of(Installation installation) {
        return new Status(installation, new Endings(installation.home().run()));
    }

    /**
     * One process.
     *
     * @param state {@code ready}, {@code starting} (alive, but not serving), {@code ended} (to be started again) or
     *     {@code stopped}
     */
    private record Line(String name, String state, int port, Optional<Running> running, Optional<Ending> ending) {

        long pid() {
            return running.map(Running::pid).orElse(0L);
        }

        long upSeconds() {
            return running.map(one ->
                            Duration.between(one.started(), Instant.now()).toSeconds())
                    .orElse(0L);
        }

        /** Resident memory of the process and its children in MiB, shared pages counted once. */
        long memory() {
            return running.flatMap(Running::process).stream()
                            .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                            .mapToLong(process -> proportionalKilobytes(process.pid()))
                            .sum()
                    / 1024;
        }
    }

    /** @return 0 when all is ready, 3 otherwise, as service scripts have it */
    int print(PrintStream out, boolean json) {
        List<Line> lines = Stream.concat(
                        Stream.concat(installation.daemons().stream(), Stream.of(installation.supervisor()))
                                .parallel()
                                .map(this::look),
                        installation.dashboards().known().parallelStream()
                                .map(this::look)
                                .filter(line -> line.running().isPresent()))
                .toList();
        boolean ready = lines.stream()
                .filter(line -> !line.name().equals(Supervision.NAME))
                .allMatch(line -> line.state().equals("ready"));
        if (json) {
            out.println(json(lines, ready));
        } else {
            text(out, lines, ready);
        }
        return ready ? 0 : 3;
    }

    private Line look(Daemon daemon) {
        Optional<Running> running = installation.fleet().find(daemon);
        int port = daemon.ports().stream().findFirst().orElse(0);
        return new Line(daemon.name(), state(daemon, running), port, running, endings.find(daemon.name()));
    }

    private String state(Daemon daemon, Optional<Running> running) {
        if (running.isPresent()) {
            return isReady(daemon) ? "ready" : "starting";
        }
        boolean isWanted = installation.home().runFiles().find(daemon.name()).isPresent();
        return isWanted ? "ended" : "stopped";
    }

    private static boolean isReady(Daemon daemon) {
        try {
            return daemon.readiness().isReady();
        } catch (Exception notYet) {
            return false;
        }
    }

    private void text(PrintStream out, List<Line> lines, boolean ready) {
        out.printf("%-14s %-9s %6s %8s %10s %9s%n", "", "state", "port", "process", "memory", "up");
        lines.forEach(line -> out.printf(
                "%-14s %-9s %6s %8s %7s MB %7s s%s%n",
                line.name(),
                line.state(),
                line.port() == 0 ? "-" : line.port(),
                line.pid() == 0 ? "-" : line.pid(),
                line.memory(),
                line.upSeconds(),
                line.ending().map(ending -> "  " + inWords(line, ending)).orElse("")));
        long memory = lines.stream().mapToLong(Line::memory).sum();
        out.printf("%s, %d MB in all, %s%n", ready ? "All ready" : "Not all ready", memory, installation.publicUrl());
    }

    private static String inWords(Line line, Ending ending) {
        String history =
                "ended at %s (%s), restarts: %d".formatted(time(ending.at()), ending.exitInWords(), ending.restarts());
        return line.state().equals("ended") ? history + ", next at " + time(ending.nextStart()) : history;
    }

    private static LocalTime time(Instant at) {
        return LocalTime.ofInstant(at, ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
    }

    private String json(List<Line> lines, boolean ready) {
        String processes = lines.stream()
                .map(line ->
                        "{\"name\":\"%s\",\"state\":\"%s\",\"port\":%d,\"pid\":%s,\"memory_mb\":%d,\"up_seconds\":%d,\"restarts\":%d%s}"
                                .formatted(
                                        line.name(),
                                        line.state(),
                                        line.port(),
                                        line.pid() == 0 ? "null" : line.pid(),
                                        line.memory(),
                                        line.upSeconds(),
                                        line.ending().map(Ending::restarts).orElse(0),
                                        line.ending()
                                                .map(ending -> json(line, ending))
                                                .orElse("")))
                .collect(Collectors.joining(","));
        return "{\"ready\":%b,\"url\":\"%s\",\"home\":\"%s\",\"processes\":[%s]}"
                .formatted(
                        ready,
                        installation.publicUrl(),
                        escaped(installation.home().root()),
                        processes);
    }

    private static String json(Line line, Ending ending) {
        String exit = ending.exit().isPresent() ? Integer.toString(ending.exit().getAsInt()) : "null";
        String history = ",\"ended_at\":\"%s\",\"exit_status\":%s".formatted(ending.at(), exit);
        return line.state().equals("ended")
                ? history + ",\"next_start\":\"%s\"".formatted(ending.nextStart())
                : history;
    }

    private static String escaped(Path path) {
        return path.toString().replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static long proportionalKilobytes(long pid) {
        Path memory = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        try (var lines = Files.lines(memory)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | UncheckedIOException hidden) {
            return 0;
        }
    }
}
