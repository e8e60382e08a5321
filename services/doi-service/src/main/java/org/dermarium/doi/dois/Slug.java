package org.dermarium.doi.dois;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** What a DOI is called in addresses: small letters and digits with hyphens between. */
public final class Slug {

    private static final int LONGEST = 80;

    private Slug() {}

    /** Made of a name; "doi" when it has no letter or digit that an address can bear. */
    public static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        String slug = hyphenated(plain.toLowerCase(Locale.ROOT));
        String cut = slug.length() > LONGEST ? hyphenated(slug.substring(0, LONGEST)) : slug;
        return cut.isEmpty() ? "doi" : cut;
    }

    /** The slug itself, or the first of {@code -2}, {@code -3}, … that nobody has. */
    static String free(String slug, Collection<String> taken) {
        Set<String> all = Set.copyOf(taken);
        return all.contains(slug)
                ? IntStream.iterate(2, i -> i + 1)
                        .mapToObj(i -> slug + "-" + i)
                        .filter(s -> !all.contains(s))
                        .findFirst()
                        .orElseThrow()
                : slug;
    }

    private static String hyphenated(String text) {
        return text.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
