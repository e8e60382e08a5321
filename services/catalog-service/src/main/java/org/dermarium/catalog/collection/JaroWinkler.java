package org.dermarium.catalog.collection;

/** The Jaro–Winkler likeness of two texts, from 0 for nothing in common to 1 for equal. */
final class JaroWinkler {

    private static final double PREFIX_WEIGHT = 0.1;
    private static final int LONGEST_PREFIX = 4;

    private JaroWinkler() {}

    static double likeness(String a, String b) {
        double jaro = jaro(a, b);
        int prefix = 0;
        int most = Math.min(LONGEST_PREFIX, Math.min(a.length(), b.length()));
        while (prefix < most && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
    }

    private static double jaro(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.equals(b) ? 1 : 0;
        }
        boolean[] inA = new boolean[a.length()];
        boolean[] inB = new boolean[b.length()];
        int matches = match(a, b, inA, inB);
        if (matches == 0) {
            return 0;
        }
        double m = matches;
        return (m / a.length() + m / b.length() + (m - transpositions(a, b, inA, inB)) / m) / 3;
    }

    /** Marks equal letters that stand near each other. */
    private static int match(String a, String b, boolean[] inA, boolean[] inB) {
        int reach = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        int matches = 0;
        for (int i = 0; i < a.length(); i++) {
            int last = Math.min(b.length() - 1, i + reach);
            for (int j = Math.max(0, i - reach); j <= last && !inA[i]; j++) {
                if (!inB[j] && a.charAt(i) == b.charAt(j)) {
                    inA[i] = true;
                    inB[j] = true;
                    matches++;
                }
            }
        }
        return matches;
    }

    private static double transpositions(String a, String b, boolean[] inA, boolean[] inB) {
        int moved = 0;
        int j = 0;
        for (int i = 0; i < a.length(); i++) {
            if (inA[i]) {
                while (!inB[j]) {
                    j++;
                }
                moved += a.charAt(i) == b.charAt(j) ? 0 : 1;
                j++;
            }
        }
        return moved / 2.0;
    }
}
