package org.dermarium.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.dermarium.text.Text;
import org.dermarium.web.Problem;
import org.dermarium.web.Refusal;

/** What was found wrong with one request, in order; bounded, however much is wrong. */
public final class Found {

    private final List<Problem> problems = new ArrayList<>();
    private int more;

    public void add(Problem problem) {
        if (problems.size() < Problem.MOST) {
            problems.add(problem);
        } else {
            more++;
        }
    }

    /** Adds what is wrong with a text, if anything is; only then is its place asked for. */
    public void check(String text, boolean oneLine, int longest, Supplier<List<Object>> place) {
        if (text.length() > longest && Text.length(text) > longest) {
            add(Problem.tooLong(place.get(), longest));
            return;
        }
        OptionalInt forbidden = oneLine ? Text.forbiddenInLine(text) : Text.forbidden(text);
        forbidden.ifPresent(character -> add(Problem.value(place.get(), Text.reason(character))));
    }

    /** Whether something is wrong there already. */
    public boolean has(List<Object> loc) {
        return problems.stream().anyMatch(p -> p.loc().equals(loc));
    }

    public Optional<Refusal> refusal() {
        return problems.isEmpty() ? Optional.empty() : Optional.of(Refusal.unprocessable(problems, more));
    }

    /** @throws Refusal naming all that is wrong */
    public void refuse() {
        refusal().ifPresent(refusal -> {
            throw refusal;
        });
    }
}
