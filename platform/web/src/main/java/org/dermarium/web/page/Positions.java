package org.dermarium.web.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.dermarium.web.Refusal;

/** Times as positions of a {@link Cursor}. */
public final class Positions {

    private static final DateTimeFormatter OUT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSxxx");

    private Positions() {}

    public static String of(Instant time) {
        return OUT.format(time.atOffset(ZoneOffset.UTC));
    }

    /**
     * A date, or a date and time with or without offset (UTC then), separated by a blank or a T.
     *
     * @throws Refusal when the text is no such time
     */
    public static Instant time(String text) {
        try {
            if (text.endsWith(".")) {
                throw Cursor.invalidPosition();
            }
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            String iso = text.replaceFirst(" ", "T");
            boolean hasOffset = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
            return OffsetDateTime.parse(hasOffset ? iso : iso + "Z").toInstant();
        } catch (DateTimeException e) {
            throw Cursor.invalidPosition();
        }
    }
}
