package org.dermarium.bench;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The figures of one run.
 *
 * @param sizes ZIPs of each size of photographs
 * @param singles whole pipeline by single uploads of the first size, images a second
 * @param pace images a second while latencies were taken
 * @param latencies milliseconds from the upload's answer to the search that finds the image, sorted
 */
record Results(List<Throughput> sizes, double singles, double pace, double[] latencies) {

    String text(LocalDate day, Map<String, Double> cpu, Map<String, Double> profile, double queries) {
        var text = new StringBuilder();
        text.append("""
                # Results

                Written by `bench/run` on %s: %d cores, Java %s. Client, services and servers share the cores.

                ## Images through the whole pipeline
                From the first byte of the upload to the search that finds the last image: presigned upload, sniff, decode, orient, strip, hash, thumbnail, S3, database, outbox, bus, catalogue, index.
                The ceiling is decode and thumbnail of the same files alone, on all cores, memory to memory.

                | generated JPEGs | number | way | images/s | ceiling | of the ceiling |
                |---|---|---|---|---|---|
                """.formatted(day, Runtime.getRuntime().availableProcessors(), System.getProperty("java.version")));
        sizes.forEach(size -> text.append(row(size, "ZIPs of 64 MiB", size.zips())));
        text.append(row(sizes.getFirst(), "single uploads, four at a time", singles));
        text.append("""

                Upload answered to searchable, at %.1f uploads a second: p50 %.0f ms, p99 %.0f ms, longest %.0f ms (%d uploads).

                """.formatted(
                        pace,
                        Pipeline.percentile(latencies, 0.5),
                        Pipeline.percentile(latencies, 0.99),
                        latencies[latencies.length - 1],
                        latencies.length));
        text.append("## Where the time goes\nProcessor time of each process during the single uploads.\n\n");
        text.append("| process | ms per image | share |\n|---|---|---|\n");
        double all = cpu.values().stream().mapToDouble(Double::doubleValue).sum();
        cpu.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(process -> text.append("| %s | %.1f | %.0f %% |%n"
                        .formatted(process.getKey(), process.getValue(), 100 * process.getValue() / all)));
        text.append(
                "\nInside ingest, by samples of a flight recording of the same time:\n\n| work | share |\n|---|---|\n");
        profile.forEach((work, share) -> text.append("| %s | %.0f %% |%n".formatted(work, 100 * share)));
        text.append("\n## Queries\nParsing of four typical queries on one core: %,.0f queries/s.%n".formatted(queries));
        return text.toString();
    }

    private static String row(Throughput of, String way, double rate) {
        return "| %s pixels, %d kB | %,d | %s | %.1f | %.1f | %.0f %% |%n"
                .formatted(
                        of.size(),
                        of.kilobytes(),
                        of.files().size(),
                        way,
                        rate,
                        of.ceiling(),
                        100 * rate / of.ceiling());
    }
}
