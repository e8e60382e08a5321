package org.dermarium.doi.landing;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** Text on its way into a page. Everything that people wrote passes through here. */
final class Html {

    private Html() {}

    /** For the content of elements and for attributes in double quotes. */
    static String text(Object said) {
        return Objects.toString(said)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Fills {@code %s} in markup of our own with text of others. */
    static String fill(String markup, Object... said) {
        return markup.formatted(Arrays.stream(said).map(Html::text).toArray());
    }

    /** An empty line ends a paragraph, a single one stays a line. */
    static String paragraphs(String plain) {
        return Arrays.stream(plain.strip().split("\\R\\s*\\R"))
                .map(paragraph -> "<p>" + text(paragraph.strip()).replaceAll("\\R", "<br>") + "</p>")
                .collect(Collectors.joining("\n"));
    }
}
