package org.dermarium.embedded.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A TCP port of the loopback interface. */
public record Port(int number) {

    private static final String LISTENING = "0A";

    /** True when it can be bound now. */
    public boolean isFree() {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Who listens on it, in words: pid and command where the system tells, at least the account where it does not. */
    public String owner() {
        return listener()
                .map(socket -> process(socket.inode())
                        .map(found -> "process " + found.pid() + " (" + CommandLines.shortened(found) + ")")
                        .orElse("a process of user id " + socket.uid()))
                .orElse("another process");
    }

    private record Listener(String uid, String inode) {}

    /** The kernel's socket tables: local address in column 1, state in 3, user id in 7, inode in 9. */
    private Optional<Listener> listener() {
        String suffix = ":%04X".formatted(number);
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)).stream())
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 9 && columns[1].endsWith(suffix) && columns[3].equals(LISTENING))
                .map(columns -> new Listener(columns[7], columns[9]))
                .findFirst();
    }

    private static List<String> lines(Path table) {
        try {
            return Files.exists(table) ? Files.readAllLines(table) : List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Optional<ProcessHandle> process(String inode) {
        String socket = "socket:[" + inode + "]";
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process, socket))
                .findFirst();
    }

    private static boolean holds(ProcessHandle process, String socket) {
        Path descriptors = Path.of("/proc", Long.toString(process.pid()), "fd");
        try (var links = Files.list(descriptors)) {
            return links.anyMatch(link -> pointsTo(link, socket));
        } catch (IOException | UncheckedIOException hidden) {
            return false;
        }
    }

    private static boolean pointsTo(Path link, String target) {
        try {
            return Files.readSymbolicLink(link).toString().equals(target);
        } catch (IOException closed) {
            return false;
        }
    }
}
