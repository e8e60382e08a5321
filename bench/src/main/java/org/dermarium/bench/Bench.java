package org.dermarium.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dermarium.bench.machine.Ceiling;
import org.dermarium.bench.machine.Processes;
import org.dermarium.bench.machine.Profile;

/**
 * Measures a running archive and writes the results. Arguments: address of the gateway, of identity, file with the output of
 * {@code ./dermarium status --json}, file to write, number of images.
 */
public final class Bench {

    private static final int LATENCIES = 9_850_000;
    private static final int PACED = 200;
    private static final int WARM_UP = 6;

    private Bench() {}

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        int images = Integer.parseInt(args[4]);
        var pipeline = new Pipeline(new Archive(args[0], args[1]));
        var processes = new Processes(Path.of(args[2]));
        List<byte[]> files = Photographs.SMALL.make(images);
        warmUp(pipeline, files);

        Throughput small = throughput(pipeline, Photographs.SMALL, files);
        Throughput middle = throughput(pipeline, Photographs.MIDDLE, Photographs.MIDDLE.make(images / 2));
        Throughput large = throughput(pipeline, Photographs.LARGE, Photographs.LARGE.make(images / 8));
        Profile.start(processes.pid("ingest"));
        Map<String, Double> cpuBefore = processes.seconds();
        double singles = pipeline.singles(files);
        Map<String, Double> cpuAfter = processes.seconds();
        Map<String, Double> profile = Profile.stop(processes.pid("ingest"), Path.of("target", "ingest.jfr"));
        say("single uploads %.1f images/s".formatted(singles));
        double pace = Math.max(1, singles / 2);
        double[] latencies = pipeline.latencies(files.subList(0, Math.min(PACED, images)), LATENCIES, pace);
        say("latencies p50 %.0f ms, p99 %.0f ms"
                .formatted(Pipeline.percentile(latencies, 0.5), Pipeline.percentile(latencies, 0.99)));

        var results = new Results(List.of(small, middle, large), singles, pace, latencies);
        cpuAfter.replaceAll((name, seconds) -> 1000 * (seconds - cpuBefore.getOrDefault(name, 0.0)) / images);
        Files.writeString(Path.of(args[3]), results.text(LocalDate.now(), cpuAfter, profile, QueryParsing.measure()));
    }

    /** Compilers are busy for some thousand images. */
    private static void warmUp(Pipeline pipeline, List<byte[]> files) throws IOException {
        pipeline.singles(files.subList(0, files.size() / 2));
        for (int round = 1; round <= WARM_UP; round++) {
            say("warming up, round %d of %d: %.1f images/s".formatted(round, WARM_UP, pipeline.zips(files)));
        }
    }

    /** The ceiling before and after, in ZIPs between. */
    private static Throughput throughput(Pipeline pipeline, Photographs size, List<byte[]> files) throws IOException {
        double before = Ceiling.measure(files);
        double zips = pipeline.zips(files);
        var measured = new Throughput(size, files, Math.max(before, Ceiling.measure(files)), zips);
        say("%s: ceiling %.1f images/s, ZIPs %.1f images/s".formatted(size, measured.ceiling(), zips));
        return measured;
    }

    private static void say(String what) {
        System.out.println(what);
    }
}
