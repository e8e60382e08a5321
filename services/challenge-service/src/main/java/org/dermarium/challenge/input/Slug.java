package org.dermarium.challenge.input;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dermarium.web.Refusal;

/** Names as they stand in addresses: lower-case letters, digits and single hyphens. */
public final class Slug {

    public static final int LONGEST = 100;

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    private Slug() {}

    /** Made of a name; may be empty when nothing of it can stand in an address. */
    public static String of(String name) {
        String plain =
                ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        String slug = OTHER.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        String cut = slug.substring(0, Math.min(slug.length(), LONGEST));
        return cut.replaceAll("^-|-$", "");
    }

    public static boolean isOne(String text) {
        return text.length() <= LONGEST && SHAPE.matcher(text).matches();
    }

    /** @throws Refusal when nothing can have such a slug */
    public static String inPath(String text) {
        if (!isOne(text)) {
            throw Refusal.notFound();
        }
        return text;
    }
}
