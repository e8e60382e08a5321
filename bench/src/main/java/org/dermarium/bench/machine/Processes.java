package org.dermarium.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Processor time of the archive's processes, as the kernel counts it. */
public final class Processes {

    private static final int TICKS_A_SECOND = 100;
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    private final Map<String, Long> pids = new LinkedHashMap<>();

    /** @param status what {@code ./dermarium status --json} printed */
    public Processes(Path status) throws IOException {
        for (JsonNode process :
                new JsonMapper().readTree(Files.readAllBytes(status)).get("processes")) {
            pids.put(process.get("name").asString(), process.get("pid").asLong());
        }
        pids.put("this client", ProcessHandle.current().pid());
    }

    /** @throws IllegalArgumentException when no process has this name */
    public long pid(String name) {
        Long pid = pids.get(name);
        if (pid == null) {
            throw new IllegalArgumentException("no process is called " + name);
        }
        return pid;
    }

    /** Seconds so far, children included. */
    public Map<String, Double> seconds() {
        var seconds = new LinkedHashMap<String, Double>();
        pids.forEach((name, pid) -> seconds.put(
                name,
                ProcessHandle.of(pid).stream()
                        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                        .mapToDouble(process -> seconds(process.pid()))
                        .sum()));
        return seconds;
    }

    private static double seconds(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / (double) TICKS_A_SECOND;
        } catch (IOException gone) {
            return 0;
        }
    }
}
