package org.dermarium.doi.release.pack;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of files that people gave, as every system can store and unpack them: object storage, Windows, macOS and Linux. */
final class PortableName {

    /** Common file systems take 255, and storage and unpackers add something to it. */
    static final int MOST_BYTES = 200;

    private static final int LONGEST_EXTENSION = 16;
    private static final Pattern ILLEGAL = Pattern.compile("[<>:\"/\\\\|?*\\p{Cntrl}\\p{Cf}\\p{Cs}]");
    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private PortableName() {}

    /** One for each, in the same order, and no two alike on systems that do not tell capital letters. */
    static List<String> all(List<String> given) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (String name : given) {
            String portable = of(name);
            String free = portable;
            for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
                free = cut(stem(portable), "-" + i + extension(portable));
            }
            names.add(free);
        }
        return names;
    }

    private static String of(String given) {
        String name = ILLEGAL.matcher(Normalizer.normalize(given, Normalizer.Form.NFC))
                .replaceAll("_")
                .strip()
                .replaceFirst("[. ]+$", "")
                .replaceFirst("^-", "_");
        boolean isNoName = name.isEmpty() || RESERVED.matcher(name).matches();
        return cut(isNoName ? "_" + stem(name) : stem(name), extension(name));
    }

    private static String cut(String stem, String end) {
        String whole = stem;
        while ((whole + end).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            whole = whole.substring(0, whole.offsetByCodePoints(whole.length(), -1));
        }
        return whole + end;
    }

    private static String stem(String name) {
        return name.substring(0, name.length() - extension(name).length());
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
    }
}
