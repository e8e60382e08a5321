package org.dermarium.input;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.regex.Pattern;
import org.dermarium.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A list of texts that all match a pattern. For long lists: a {@code @Pattern} on each element would make a violation of
 * each, this stops at as many as an answer names.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = EachLike.Check.class)
public @interface EachLike {

    /** The pattern. */
    String value();

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks at one after the other. */
    class Check implements ConstraintValidator<EachLike, List<@Nullable String>> {

        private Pattern pattern = Pattern.compile("");

        @Override
        public void initialize(EachLike constraint) {
            pattern = Pattern.compile(constraint.value());
        }

        @Override
        public boolean isValid(@Nullable List<@Nullable String> texts, ConstraintValidatorContext context) {
            int wrong = 0;
            context.disableDefaultConstraintViolation();
            for (int i = 0; texts != null && i < texts.size() && wrong <= Problem.MOST; i++) {
                String text = texts.get(i);
                if (text == null || !pattern.matcher(text).matches()) {
                    wrong++;
                    context.buildConstraintViolationWithTemplate("")
                            .addContainerElementNode("element", List.class, 0)
                            .inIterable()
                            .atIndex(i)
                            .addConstraintViolation();
                }
            }
            return wrong == 0;
        }
    }
}
