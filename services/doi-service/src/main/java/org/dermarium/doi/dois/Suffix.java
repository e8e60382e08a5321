package org.dermarium.doi.dois;

import java.util.random.RandomGenerator;

/** The part of a DOI that we choose: eight Crockford base-32 characters, which nobody mistakes for each other. */
public final class Suffix {

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 8;

    private Suffix() {}

    public static String random(RandomGenerator random) {
        var suffix = new StringBuilder("dermarium.");
        for (int i = 0; i < LENGTH; i++) {
            suffix.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return suffix.toString();
    }
}
