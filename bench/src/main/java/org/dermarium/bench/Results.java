package org.dermarium.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The figures of one run.
 *
 * @param ceiling decode and thumbnail, images a second
 * @param singles whole pipeline by single uploads, images a second
 * @param zips whole pipeline by ZIPs, images a second
 * @param pace images a second while latencies were taken
 * @param latencies milliseconds from the upload's answer to the search that finds the image, sorted
 */
record Results(List<byte[]> files, double ceiling, double singles, double zips, double pace, double[] latencies) {

    String text(LocalDate day, Map<String, Double> cpu, Map<String, Double> profile, double queries) {
        var text = new StringBuilder();
        text.append("""
                # Results

                Written by `bench/run` on %s: %d cores, Java %s, %,d generated JPEGs of 600 × 450 pixels and %,d kB on average.
                Client, services and servers share the cores.

                ## Images through the whole pipeline
                From the first byte of the upload to the search that finds the last image: presigned upload, sniff, decode, orient, strip, hash, thumbnail, S3, database, outbox, bus, catalogue, index.

                | what | images/s | of the ceiling |
                |---|---|---|
                | ceiling: decode and thumbnail alone, all cores, memory to memory | %.1f | 100 %% |
                | single uploads, four at a time | %.1f | %.0f %% |
                | ZIPs of 200 | %.1f | %.0f %% |

                Upload answered to searchable, at %.1f uploads a second: p50 %.0f ms, p99 %.0f ms, longest %.0f ms (%d uploads).

                """.formatted(
                        day,
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version"),
                        files.size(),
                        files.stream().mapToInt(file -> file.length).sum() / files.size() / 1000,
                        ceiling,
                        singles,
                        100 * singles / ceiling,
                        zips,
                        100 * zips / ceiling,
                        pace,
                        Pipeline.percentile(latencies, 0.5),
                        Pipeline.percentile(latencies, 0.99),
                        latencies[latencies.length - 1],
                        latencies.length));
        text.append("## Where the time goes\nProcessor time of each process during the single uploads.\n\n");
        text.append("| process | ms per image | share |\n|---|---|---|\n");
        double all = cpu.values().stream().mapToDouble(Double::doubleValue).sum();
        cpu.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(java.util.Comparator.reverseOrder()))
                .forEach(process -> text.append("| %s | %.1f | %.0f %% |%n"
                        .formatted(
                                process.getKey(),
                                1000 * process.getValue() / files.size(),
                                100 * process.getValue() / all)));
        text.append(
                "\nInside ingest, by samples of a flight recording of the same time:\n\n| work | share |\n|---|---|\n");
        profile.forEach((work, share) -> text.append("| %s | %.0f %% |%n".formatted(work, 100 * share)));
        text.append("\n## Queries\nParsing of four typical queries on one core: %,.0f queries/s.%n".formatted(queries));
        return text.toString();
    }
}
