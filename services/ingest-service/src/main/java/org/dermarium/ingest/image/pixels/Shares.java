package org.dermarium.ingest.image.pixels;

/**
 * How a line of pixels is made shorter: each source pixel lies under one target pixel, or under two, and gives to each
 * the part that it covers.
 *
 * @param target the first target pixel of each source pixel
 * @param first what the source pixel gives to that one
 * @param second what it gives to the one after that
 */
record Shares(int[] target, float[] first, float[] second) {

    static Shares of(int source, int targets) {
        var shares = new Shares(new int[source], new float[source], new float[source]);
        double each = (double) targets / source;
        for (int i = 0; i < source; i++) {
            double start = i * each;
            int target = Math.min((int) start, targets - 1);
            double over = target + 1 < targets ? Math.max(0, start + each - target - 1) : 0;
            shares.target[i] = target;
            shares.first[i] = (float) (each - over);
            shares.second[i] = (float) over;
        }
        return shares;
    }

    /** Whether this source pixel is the last under its first target pixel. */
    boolean endsAt(int source) {
        return source + 1 == target.length || target[source + 1] > target[source];
    }

    /** The means of a row of samples. */
    void average(float[] row, float[] means, int bands) {
        for (int band = 0; band < bands; band++) {
            float mean = 0;
            for (int x = 0, i = band; x < target.length; x++, i += bands) {
                float sample = row[i];
                mean += sample * first[x];
                if (endsAt(x)) {
                    means[target[x] * bands + band] = mean;
                    mean = sample * second[x];
                }
            }
        }
    }
}
