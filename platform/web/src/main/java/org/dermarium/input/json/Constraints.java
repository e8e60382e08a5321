package org.dermarium.input.json;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.dermarium.input.EachLike;
import org.dermarium.input.Found;
import org.dermarium.input.OneOf;
import org.dermarium.text.Text;
import org.dermarium.web.Problem;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import tools.jackson.databind.json.JsonMapper;

/** Checks the Jakarta constraints of a bound body and tells what is broken in the reference's words. */
final class Constraints {

    private final Validator validator;
    private final JsonNames names;

    Constraints(JsonMapper mapper) {
        this.names = new JsonNames(mapper);
        HibernateValidatorConfiguration configuration =
                Validation.byProvider(HibernateValidator.class).configure();
        var mapping = configuration.createConstraintMapping();
        mapping.constraintDefinition(Size.class).includeExistingValidators(true).validatedBy(CharacterSize.class);
        this.validator = configuration
                .addMapping(mapping)
                .propertyNodeNameProvider(names)
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator();
    }

    /** Adds what is broken, field by field in the record's order; a place that has a problem already gets no second. */
    void check(Object body, Found found) {
        if (body instanceof Collection<?> elements) {
            int index = 0;
            for (Object element : elements) {
                if (element == null) {
                    found.add(Problem.notAnObject(Problem.body(index)));
                } else {
                    check(element, List.of(index), found);
                }
                index++;
            }
        } else {
            check(body, List.of(), found);
        }
    }

    private void check(Object body, List<Object> above, Found found) {
        record Broken(List<Object> loc, ConstraintViolation<Object> violation) {}
        List<Broken> broken = new ArrayList<>();
        validator.validate(body).forEach(v -> broken.add(new Broken(Places.of(v.getPropertyPath(), above), v)));
        broken.sort(Comparator.comparingInt((Broken b) -> names.position(body.getClass(), b.violation))
                .thenComparing(b -> b.loc.toString()));
        for (Broken b : broken) {
            if (!found.has(b.loc)) {
                found.add(problem(b.violation, b.loc));
            }
        }
    }

    private static Problem problem(ConstraintViolation<?> violation, List<Object> loc) {
        Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
        Object value = violation.getInvalidValue();
        return switch (constraint) {
            case NotNull none -> Problem.missing(loc);
            case NotBlank none -> value == null ? Problem.missing(loc) : Problem.tooShort(loc, 1);
            case NotEmpty none -> value == null ? Problem.missing(loc) : outOfSize(1, Integer.MAX_VALUE, value, loc);
            case Size size -> outOfSize(size.min(), size.max(), value, loc);
            case Pattern pattern when !isOurs(pattern.message()) -> Problem.mismatch(loc, pattern.regexp());
            case EachLike each -> Problem.mismatch(loc, each.value());
            case OneOf choice -> Problem.notOneOf(loc, OneOf.Choices.of(choice));
            case Min min ->
                new Problem(
                        "greater_than_equal",
                        loc,
                        "Input should be greater than or equal to " + min.value(),
                        Map.of("ge", min.value()));
            case Max max ->
                new Problem(
                        "less_than_equal",
                        loc,
                        "Input should be less than or equal to " + max.value(),
                        Map.of("le", max.value()));
            default -> Problem.value(loc, violation.getMessage());
        };
    }

    /** Words that stand at the constraint, in place of a key to some. */
    private static boolean isOurs(String message) {
        return !message.startsWith("{");
    }

    private static Problem outOfSize(int least, int most, Object value, List<Object> loc) {
        return switch (value) {
            case Collection<?> list when list.size() < least -> Problem.tooFewItems(loc, least, list.size());
            case Collection<?> list -> Problem.tooManyItems(loc, most, list.size());
            case CharSequence text when Text.length(text) < least -> Problem.tooShort(loc, least);
            default -> Problem.tooLong(loc, most);
        };
    }
}
