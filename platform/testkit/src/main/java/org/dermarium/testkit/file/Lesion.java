package org.dermarium.testkit.file;

import java.util.SplittableRandom;

/**
 * What a generated photograph shows. The same lesion is painted the same at any size.
 *
 * @param seed decides outline, pattern and hairs
 * @param dermoscopic through a dermatoscope, with its dark rim, instead of from a hand's breadth away
 * @param irregularity of border and colours, from 0 (a mole) to 1
 */
public record Lesion(long seed, SkinTone skin, boolean dermoscopic, double irregularity) {

    /** Any lesion, all of it decided by the seed; two in three are dermoscopic. */
    public static Lesion any(long seed) {
        var random = new SplittableRandom(seed);
        SkinTone skin = SkinTone.values()[random.nextInt(SkinTone.values().length)];
        return new Lesion(seed, skin, random.nextInt(3) > 0, random.nextDouble());
    }
}
