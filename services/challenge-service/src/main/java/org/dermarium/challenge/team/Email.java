package org.dermarium.challenge.team;

import java.util.regex.Pattern;
import org.dermarium.challenge.input.Fields;

/** Addresses that people are invited by. */
final class Email {

    private static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+\\.[^@\\s\\p{Cntrl}.]+");

    private Email() {}

    static String checked(Fields fields, String field, String given) {
        String text = given.strip();
        if (text.length() > LONGEST || !SHAPE.matcher(text).matches()) {
            fields.problem(field, "Should be an e-mail address.");
        }
        return text;
    }
}
