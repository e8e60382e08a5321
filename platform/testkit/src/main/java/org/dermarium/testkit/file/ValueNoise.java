package org.dermarium.testkit.file;

import java.util.random.RandomGenerator;

/** Smooth random numbers over the plane, from 0 to 1, the same for the same seed. */
final class ValueNoise {

    private static final int SIDE = 64;
    private static final int MASK = SIDE - 1;

    private final float[] lattice = new float[SIDE * SIDE];

    ValueNoise(RandomGenerator random) {
        for (int i = 0; i < lattice.length; i++) {
            lattice[i] = random.nextFloat();
        }
    }

    float at(float x, float y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float dx = smooth(x - left);
        float dy = smooth(y - top);
        float upper = mix(knot(left, top), knot(left + 1, top), dx);
        float lower = mix(knot(left, top + 1), knot(left + 1, top + 1), dx);
        return mix(upper, lower, dy);
    }

    private float knot(int x, int y) {
        return lattice[(y & MASK) * SIDE + (x & MASK)];
    }

    private static float smooth(float t) {
        return t * t * (3 - 2 * t);
    }

    private static float mix(float a, float b, float share) {
        return a + (b - a) * share;
    }
}
