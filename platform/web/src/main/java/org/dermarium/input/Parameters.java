package org.dermarium.input;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dermarium.text.Text;
import org.dermarium.web.Refusal;

/** The rule of all texts for what stands in an address or a form. */
public final class Parameters {

    private static final int LONGEST_NAME = 255;

    private Parameters() {}

    /** An address with such a character names nothing. */
    public static boolean isPath(String decoded) {
        return Text.forbiddenInLine(decoded).isEmpty();
    }

    /** @param from {@code query} or {@code body} */
    public static Optional<Refusal> refusal(Map<String, ? extends List<String>> parameters, String from) {
        var found = new Found();
        parameters.forEach((name, values) -> {
            List<Object> loc = List.of(from, name);
            found.check(name, true, LONGEST_NAME, () -> loc);
            for (String value : values) {
                if (value != null) {
                    found.check(value, false, Text.LONGEST, () -> loc);
                }
            }
        });
        return found.refusal();
    }
}
