package org.dermarium.input;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;

/** One of a few texts, those that are written here and those of a list; null is none of its matters. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OneOf.Check.class)
public @interface OneOf {

    String[] value() default {};

    /** A list that is kept elsewhere. */
    Class<? extends Supplier<List<String>>> list() default None.class;

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The list that is used when none is named. */
    final class None implements Supplier<List<String>> {

        @Override
        public List<String> get() {
            return List.of();
        }
    }

    /** What there is to choose from. */
    final class Choices {

        private Choices() {}

        public static List<String> of(OneOf constraint) {
            return Stream.concat(
                            Arrays.stream(constraint.value()),
                            BeanUtils.instantiateClass(constraint.list()).get().stream())
                    .toList();
        }
    }

    /** Looks the text up. */
    class Check implements ConstraintValidator<OneOf, String> {

        private Set<String> allowed = Set.of();

        @Override
        public void initialize(OneOf constraint) {
            allowed = Set.copyOf(Choices.of(constraint));
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || allowed.contains(text);
        }
    }
}
