package org.dermarium.text;

import java.text.Normalizer;
import java.util.Locale;
import org.dermarium.web.Problem;
import org.dermarium.web.Refusal;

/** Names as they stand in addresses: lower-case letters and digits of ASCII, with single hyphens between. */
public final class Slug {

    public static final String SHAPE = "[a-z0-9]+(-[a-z0-9]+)*";

    public static final String RULE = "Lower-case letters, digits and single hyphens only.";

    private Slug() {}

    /** Made of a name; may be empty when nothing of it can stand in an address. */
    public static String of(String name, int longest) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        String slug = hyphenated(plain.toLowerCase(Locale.ROOT));
        return slug.length() > longest ? hyphenated(slug.substring(0, longest)) : slug;
    }

    /** @throws Refusal when the name makes none */
    public static String required(String name, int longest) {
        String slug = of(name, longest);
        if (slug.isEmpty()) {
            throw Refusal.unprocessable(Problem.value(Problem.body("slug"), RULE));
        }
        return slug;
    }

    private static String hyphenated(String text) {
        return text.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
