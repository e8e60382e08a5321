package org.dermarium.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/** A text of any script as the value of a header, which holds printable ASCII alone. */
public final class HeaderText {

    private HeaderText() {}

    /** Cut as a message is; what is not printable ASCII, and the percent sign, as browsers' decodeURIComponent reads it. */
    public static String encoded(String text) {
        var value = new StringBuilder();
        for (byte b : Text.cut(text, Text.LONGEST_MESSAGE).getBytes(UTF_8)) {
            if (b >= ' ' && b <= '~' && b != '%') {
                value.append((char) b);
            } else {
                value.append(String.format(Locale.ROOT, "%%%02X", b));
            }
        }
        return value.toString();
    }
}
