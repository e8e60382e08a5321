package org.dermarium.ingest.zip;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.dermarium.text.Text;

/** What a file in a ZIP may be called. Folders are dropped, so two files of one name in two folders are one too many. */
final class EntryNames {

    private static final int LONGEST = 255;
    private static final Pattern ABSOLUTE = Pattern.compile("^([/\\\\]|[A-Za-z]:)");
    private static final Pattern PARENT = Pattern.compile("(^|[/\\\\])\\.\\.([/\\\\]|$)");
    private static final Pattern NOISE = Pattern.compile("(?i)Thumbs\\.db|\\.DS_Store|\\._.*|desktop\\.ini");

    private final Map<String, String> seen = new HashMap<>();

    /** The name without folders. */
    static String base(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** What systems put into folders by themselves. */
    static boolean isNoise(String base) {
        return base.isEmpty() || NOISE.matcher(base).matches();
    }

    /** The name as it can be shown. */
    static String shown(String name) {
        return Text.shown(name);
    }

    /** Why the name is refused. */
    Optional<String> problem(String name) {
        OptionalInt forbidden = Text.forbiddenInLine(name);
        if (forbidden.isPresent()) {
            return Optional.of("The name is refused. " + Text.reason(forbidden.getAsInt()));
        }
        if (ABSOLUTE.matcher(name).find() || PARENT.matcher(name).find()) {
            return Optional.of("The name leads out of the ZIP.");
        }
        String base = base(name);
        if (Text.length(base) > LONGEST) {
            return Optional.of("The name is longer than " + LONGEST + " characters.");
        }
        String earlier = seen.putIfAbsent(base.toLowerCase(Locale.ROOT), name);
        return earlier == null
                ? Optional.empty()
                : Optional.of("The ZIP holds another file of this name: " + shown(earlier) + ".");
    }
}
