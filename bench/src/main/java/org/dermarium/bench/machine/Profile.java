package org.dermarium.bench.machine;

import static java.util.Map.Entry.comparingByValue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where a service spends its processor time, from a flight recording taken while it worked. */
public final class Profile {

    /** First match on the way from the innermost frame outwards; the order is from special to general. */
    private static final Map<String, String> WORK = works();

    private Profile() {}

    private static Map<String, String> works() {
        var works = new LinkedHashMap<String, String>();
        works.put("com.sun.imageio.plugins.jpeg.JPEGImageReader", "decode JPEG");
        works.put("com.sun.imageio.plugins.jpeg.JPEGImageWriter", "encode JPEG");
        works.put("com.sun.imageio", "other image coding");
        works.put("sun.java2d", "scale");
        works.put("java.awt", "scale");
        works.put("sun.security.provider", "hash");
        works.put("java.security.MessageDigest", "hash");
        works.put("java.util.zip.CRC32", "hash");
        works.put("okhttp3", "object storage client");
        works.put("io.minio", "object storage client");
        works.put("io.r2dbc", "database client");
        works.put("org.apache.kafka", "Kafka client");
        works.put("org.springframework.kafka", "Kafka client");
        works.put("co.elastic", "Elasticsearch client");
        works.put("org.apache.http", "Elasticsearch client");
        works.put("org.apache.hc", "Elasticsearch client");
        works.put("org.apache.lucene", "index");
        works.put("org.elasticsearch", "index");
        works.put("tools.jackson", "JSON");
        works.put("com.fasterxml.jackson", "JSON");
        works.put("io.opentelemetry", "tracing and metrics");
        works.put("io.micrometer", "tracing and metrics");
        works.put("reactor.netty", "HTTP server");
        works.put("org.springframework.web", "HTTP server");
        works.put("io.netty", "HTTP server");
        works.put("org.dermarium", "own code");
        return works;
    }

    /** Begins a recording of a process. */
    public static void start(long pid) throws IOException {
        jcmd(pid, "JFR.start", "name=bench", "settings=profile");
    }

    /** Ends the recording and tells the share of samples of each kind of work, the largest first. */
    public static Map<String, Double> stop(long pid, Path file) throws IOException {
        jcmd(pid, "JFR.stop", "name=bench", "filename=" + file.toAbsolutePath());
        var samples = new TreeMap<String, Integer>();
        try (var recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                String type = event.getEventType().getName();
                if (event.getStackTrace() != null
                        && (type.equals("jdk.ExecutionSample")
                                || type.equals("jdk.NativeMethodSample") && isWorking(event))) {
                    samples.merge(work(event), 1, Integer::sum);
                }
            }
        }
        double all = samples.values().stream().mapToInt(Integer::intValue).sum();
        return samples.entrySet().stream()
                .sorted(comparingByValue(Comparator.reverseOrder()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, sample -> sample.getValue() / all, (a, _) -> a, LinkedHashMap::new));
    }

    /** Native samples are also taken of threads that wait in the kernel; only the image library works there. */
    private static boolean isWorking(RecordedEvent event) {
        return event.getStackTrace()
                .getFrames()
                .getFirst()
                .getMethod()
                .getType()
                .getName()
                .startsWith("com.sun.imageio");
    }

    private static String work(RecordedEvent event) {
        for (RecordedFrame frame : event.getStackTrace().getFrames()) {
            String type = frame.getMethod().getType().getName();
            for (Map.Entry<String, String> work : WORK.entrySet()) {
                if (type.startsWith(work.getKey())) {
                    return work.getValue();
                }
            }
        }
        return "other";
    }

    private static void jcmd(long pid, String... command) throws IOException {
        var all = new ArrayList<String>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        all.add(Long.toString(pid));
        all.addAll(List.of(command));
        try {
            int exit = new ProcessBuilder(all)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IOException(all + " ended with " + exit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
