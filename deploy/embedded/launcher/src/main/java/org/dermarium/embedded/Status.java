package org.dermarium.embedded;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dermarium.embedded.process.Daemon;
import org.dermarium.embedded.process.Running;

/** What runs, on which port, since when and with how much memory. */
record Status(Installation installation) {

    /** {@code ready}, {@code starting} (alive, but not serving) or {@code stopped}. */
    private record Line(String name, String state, int port, Optional<Running> running) {

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
                        installation.daemons().parallelStream().map(this::look),
                        installation.dashboards().known().parallelStream()
                                .map(this::look)
                                .filter(line -> line.running().isPresent()))
                .toList();
        boolean ready = lines.stream().allMatch(line -> line.state().equals("ready"));
        if (json) {
            out.println(json(lines, ready));
        } else {
            text(out, lines, ready);
        }
        return ready ? 0 : 3;
    }

    private Line look(Daemon daemon) {
        Optional<Running> running = installation.fleet().find(daemon);
        String state = running.isEmpty() ? "stopped" : isReady(daemon) ? "ready" : "starting";
        return new Line(daemon.name(), state, daemon.ports().getFirst(), running);
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
                "%-14s %-9s %6d %8s %7s MB %7s s%n",
                line.name(),
                line.state(),
                line.port(),
                line.pid() == 0 ? "-" : line.pid(),
                line.memory(),
                line.upSeconds()));
        long memory = lines.stream().mapToLong(Line::memory).sum();
        out.printf("%s, %d MB in all, %s%n", ready ? "All ready" : "Not all ready", memory, installation.publicUrl());
    }

    private String json(List<Line> lines, boolean ready) {
        String processes = lines.stream()
                .map(line ->
                        "{\"name\":\"%s\",\"state\":\"%s\",\"port\":%d,\"pid\":%s,\"memory_mb\":%d,\"up_seconds\":%d}"
                                .formatted(
                                        line.name(),
                                        line.state(),
                                        line.port(),
                                        line.pid() == 0 ? "null" : line.pid(),
                                        line.memory(),
                                        line.upSeconds()))
                .collect(Collectors.joining(","));
        return "{\"ready\":%b,\"url\":\"%s\",\"home\":\"%s\",\"processes\":[%s]}"
                .formatted(
                        ready,
                        installation.publicUrl(),
                        escaped(installation.home().root()),
                        processes);
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
        } catch (IOException | java.io.UncheckedIOException hidden) {
            return 0;
        }
    }
}
