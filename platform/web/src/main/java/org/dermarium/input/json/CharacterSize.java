package org.dermarium.input.json;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import org.dermarium.text.Text;
import org.jspecify.annotations.Nullable;

/** {@code @Size} of a text as people count: in characters, not in the halves that Java keeps some of them in. */
public final class CharacterSize implements ConstraintValidator<Size, String> {

    private int least;
    private int most;

    @Override
    public void initialize(Size size) {
        least = size.min();
        most = size.max();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        int length = Text.length(text);
        return length >= least && length <= most;
    }
}
