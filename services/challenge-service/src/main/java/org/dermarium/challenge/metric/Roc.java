package org.dermarium.challenge.metric;

import java.util.ArrayDeque;
import java.util.BitSet;

/**
 * Points of a curve for drawing, from (0, 0) to (1, 1).
 *
 * @param threshold the first stands for "above everything" and is written as 1
 */
public record Roc(double[] threshold, double[] fpr, double[] tpr) {

    private static final int DENSE = 100;
    private static final double TOLERANCE = 0.001;

    /** Dense curves lose the points that lie within 0.001 of the line through their neighbours (Ramer–Douglas–Peucker). */
    Roc simplified() {
        if (fpr.length <= DENSE) {
            return this;
        }
        var keep = new BitSet(fpr.length);
        keep.set(0);
        keep.set(fpr.length - 1);
        var open = new ArrayDeque<int[]>();
        open.push(new int[] {0, fpr.length - 1});
        while (!open.isEmpty()) {
            int[] span = open.pop();
            int farthest = farthest(span[0], span[1]);
            if (farthest > 0) {
                keep.set(farthest);
                open.push(new int[] {span[0], farthest});
                open.push(new int[] {farthest, span[1]});
            }
        }
        int[] kept = keep.stream().toArray();
        return new Roc(pick(threshold, kept), pick(fpr, kept), pick(tpr, kept));
    }

    /** The point farthest from the chord, or 0 when all lie within the tolerance. */
    private int farthest(int first, int last) {
        double dx = fpr[last] - fpr[first];
        double dy = tpr[last] - tpr[first];
        double length = Math.hypot(dx, dy);
        double greatest = TOLERANCE;
        int farthest = 0;
        for (int i = first + 1; i < last; i++) {
            double px = fpr[i] - fpr[first];
            double py = tpr[i] - tpr[first];
            double distance = length == 0 ? Math.hypot(px, py) : Math.abs(dx * py - dy * px) / length;
            if (distance > greatest) {
                greatest = distance;
                farthest = i;
            }
        }
        return farthest;
    }

    private static double[] pick(double[] from, int[] indexes) {
        var picked = new double[indexes.length];
        for (int i = 0; i < indexes.length; i++) {
            picked[i] = from[indexes[i]];
        }
        return picked;
    }
}
