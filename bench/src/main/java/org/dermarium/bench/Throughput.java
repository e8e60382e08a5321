package org.dermarium.bench;

import java.util.List;

/**
 * How fast images of one size come in.
 *
 * @param ceiling decode and thumbnail alone, images a second
 * @param zips whole pipeline by ZIPs, images a second
 */
record Throughput(Photographs size, List<byte[]> files, double ceiling, double zips) {

    /** Thousands of bytes of an image on average. */
    long kilobytes() {
        return files.stream().mapToLong(file -> file.length).sum() / files.size() / 1000;
    }
}
