package org.dermarium.web.page;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dermarium.web.Problem;
import org.dermarium.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list: rows behind {@code position} in the given direction, less the first {@code offset} of them. Its text
 * is Base64 of a URL-encoded form with {@code o}, {@code r} and {@code p}, as existing clients pass it on.
 *
 * @param offset rows to skip, 0 to 100
 * @param position the ordering field's value that the rows lie behind, or null for the list's beginning
 */
public record Cursor(int offset, boolean reverse, @Nullable String position) {

    public static final Cursor START = new Cursor(0, false, null);

    private static final int MAX_OFFSET = 100;

    /** @throws Refusal when the text is no cursor */
    public static Cursor parse(@Nullable String text) {
        if (text == null) {
            return START;
        }
        Map<String, String> fields = fields(decoded(text));
        return new Cursor(
                Math.clamp(number(fields.get("o")), 0, MAX_OFFSET), number(fields.get("r")) != 0, fields.get("p"));
    }

    /** What a position that is not of the ordering field's type is answered with. */
    public static Refusal invalidPosition() {
        return Refusal.unprocessable(
                new Problem(null, List.of("query", "cursor"), "Value error, Invalid cursor.", null));
    }

    public String encoded() {
        var form = new StringBuilder();
        if (offset != 0) {
            form.append("&o=").append(offset);
        }
        if (reverse) {
            form.append("&r=1");
        }
        if (position != null) {
            form.append("&p=").append(URLEncoder.encode(position, StandardCharsets.UTF_8));
        }
        // Never empty: some clients drop parameters without a value from links.
        String plain = form.isEmpty() ? "o=0" : form.substring(1);
        return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    private static String decoded(String text) {
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            throw invalid();
        }
        try {
            // Foreign characters between the digits are skipped, as existing clients' servers do.
            byte[] bytes = Base64.getMimeDecoder().decode(padded(text));
            for (byte b : bytes) {
                if (b < 0) {
                    throw invalid();
                }
            }
            return new String(bytes, StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static String padded(String text) {
        String digits = text.replaceAll("[^A-Za-z0-9+/=]", "");
        if (digits.length() % 4 != 0) {
            throw invalid();
        }
        return digits;
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                try {
                    fields.putIfAbsent(
                            pair.substring(0, equals),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                } catch (IllegalArgumentException e) {
                    throw invalid();
                }
            }
        }
        return fields;
    }

    private static int number(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    private static Refusal invalid() {
        return Refusal.query("cursor", "Invalid cursor.");
    }
}
