package org.dermarium.ingest.metadata.field;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Finds the spellings a writer may have meant, by the share of text that two spellings have in common (Ratcliff and
 * Obershelp's gestalt measure: the longest common piece, then the same on its left and on its right).
 */
final class CloseMatches {

    private static final double CLOSE = 0.6;
    // Nobody mistypes a whole page, and comparing costs time with every character.
    private static final int LONGEST = 300;

    private CloseMatches() {}

    /** The closest first, ignoring case; equals in reverse alphabetical order. */
    static List<String> of(String written, Collection<String> candidates, int atMost) {
        if (written.length() > LONGEST) {
            return List.of();
        }
        String wanted = written.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .flatMap(candidate -> scored(candidate, wanted))
                .sorted(comparingDouble(Scored::score)
                        .thenComparing(comparing(Scored::lower))
                        .reversed())
                .limit(atMost)
                .map(Scored::candidate)
                .toList();
    }

    private record Scored(String candidate, String lower, double score) {}

    private static Stream<Scored> scored(String candidate, String wanted) {
        int total = candidate.length() + wanted.length();
        if (2.0 * Math.min(candidate.length(), wanted.length()) < CLOSE * total) {
            return Stream.empty();
        }
        String lower = candidate.toLowerCase(Locale.ROOT);
        double score = 2.0 * common(lower, 0, lower.length(), wanted, 0, wanted.length()) / total;
        return score < CLOSE ? Stream.empty() : Stream.of(new Scored(candidate, lower, score));
    }

    private static int common(String a, int aFrom, int aTo, String b, int bFrom, int bTo) {
        int best = 0;
        int aBest = aFrom;
        int bBest = bFrom;
        int[] ending = new int[bTo - bFrom + 1];
        for (int i = aFrom; i < aTo; i++) {
            for (int j = bTo; j > bFrom; j--) {
                int length = a.charAt(i) == b.charAt(j - 1) ? ending[j - 1 - bFrom] + 1 : 0;
                ending[j - bFrom] = length;
                // The earliest piece in both, when several are the longest.
                if (length > best || length == best && length > 0 && isEarlier(i, j, length, aBest, bBest)) {
                    best = length;
                    aBest = i + 1 - length;
                    bBest = j - length;
                }
            }
        }
        return best == 0
                ? 0
                : best + common(a, aFrom, aBest, b, bFrom, bBest) + common(a, aBest + best, aTo, b, bBest + best, bTo);
    }

    private static boolean isEarlier(int i, int j, int length, int aBest, int bBest) {
        return i + 1 - length == aBest && j - length < bBest;
    }
}
