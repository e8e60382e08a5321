package org.dermarium.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures a running archive and writes the results. Arguments: address of the gateway, of identity, file with the output of
 * {@code ./dermarium status --json}, file to write, number of images.
 */
public final class Bench {

    private static final int SINGLES = 9_800_000;
    private static final int LATENCIES = 9_850_000;
    private static final int WARM_UP = 9_890_000;
    private static final int PACED = 200;

    private Bench() {}

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        int images = Integer.parseInt(args[4]);
        List<byte[]> files = Photographs.make(images);
        var pipeline = new Pipeline(new Archive(args[0], args[1]));
        var processes = new Processes(Path.of(args[2]));
        say("warming up: compilers are busy for some thousand images");
        pipeline.zips(files);
        pipeline.singles(files.subList(0, images / 2), WARM_UP);

        double before = Ceiling.measure(files);
        say("ceiling %.1f images/s".formatted(before));
        Profile.start(processes.pid("ingest"));
        Map<String, Double> cpuBefore = processes.seconds();
        double singles = pipeline.singles(files, SINGLES);
        Map<String, Double> cpuAfter = processes.seconds();
        Map<String, Double> profile = Profile.stop(processes.pid("ingest"), Path.of("target", "ingest.jfr"));
        say("single uploads %.1f images/s".formatted(singles));
        double zips = pipeline.zips(files);
        say("ZIPs %.1f images/s".formatted(zips));
        double pace = Math.max(1, Math.min(singles, zips) / 2);
        double[] latencies = pipeline.latencies(files.subList(0, Math.min(PACED, images)), LATENCIES, pace);
        say("latencies p50 %.0f ms, p99 %.0f ms"
                .formatted(Pipeline.percentile(latencies, 0.5), Pipeline.percentile(latencies, 0.99)));
        double after = Ceiling.measure(files);

        var results = new Results(files, Math.max(before, after), singles, zips, pace, latencies);
        cpuAfter.replaceAll((name, seconds) -> seconds - cpuBefore.getOrDefault(name, 0.0));
        Files.writeString(Path.of(args[3]), results.text(LocalDate.now(), cpuAfter, profile, QueryParsing.measure()));
    }

    private static void say(String what) {
        System.out.println(what);
    }
}
