package org.dermarium.catalog.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dermarium.web.Problem;
import org.dermarium.web.Required;
import org.dermarium.web.Unprocessable;
import org.jspecify.annotations.Nullable;

/** The field {@code isic_ids} of a body, each wrong id named by its place. */
final class IsicIds {

    private static final Pattern ISIC_ID = Pattern.compile("ISIC_[0-9]{7}");
    private static final String FIELD = "isic_ids";

    private IsicIds() {}

    /** @throws Unprocessable when the list is missing, empty, or holds something else than ids */
    static List<String> some(@Nullable List<@Nullable String> ids) {
        List<String> checked = checked(ids);
        if (checked.isEmpty()) {
            throw wrongLength(
                    "too_short", "List should have at least 1 item after validation, not 0", "min_length", 1, 0);
        }
        return checked;
    }

    /** @throws Unprocessable when the list is missing, longer than {@code most}, or holds something else than ids */
    static List<String> atMost(int most, @Nullable List<@Nullable String> ids) {
        List<String> checked = checked(ids);
        int actual = checked.size();
        if (actual > most) {
            String message = "List should have at most " + most + " items after validation, not " + actual;
            throw wrongLength("too_long", message, "max_length", most, actual);
        }
        return checked;
    }

    private static List<String> checked(@Nullable List<@Nullable String> ids) {
        Required.fields().of(FIELD, ids).check();
        List<Problem> problems = new ArrayList<>();
        List<String> good = new ArrayList<>();
        List<@Nullable String> given = ids == null ? List.of() : ids;
        for (int i = 0; i < given.size(); i++) {
            String id = given.get(i);
            if (id != null && ISIC_ID.matcher(id).matches()) {
                good.add(id);
            } else {
                problems.add(new Problem(
                        "string_pattern_mismatch",
                        Problem.body(FIELD, i),
                        "String should match pattern '" + ISIC_ID + "'",
                        Map.of("pattern", ISIC_ID.pattern())));
            }
        }
        if (!problems.isEmpty()) {
            throw new Unprocessable(problems);
        }
        return good;
    }

    private static Unprocessable wrongLength(String type, String message, String bound, int value, int actual) {
        Map<String, Object> context = Map.of("field_type", "List", bound, value, "actual_length", actual);
        return new Unprocessable(new Problem(type, Problem.body(FIELD), message, context));
    }
}
