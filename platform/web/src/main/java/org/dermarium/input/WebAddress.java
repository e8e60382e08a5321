package org.dermarium.input;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An address that a browser may be sent to: http or https, with a host. Null and an empty text are none of its matters. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WebAddress.Check.class)
public @interface WebAddress {

    String message() default "Input should be a web address that begins with http:// or https://.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Takes the address apart. */
    class Check implements ConstraintValidator<WebAddress, String> {

        private static final Set<String> SCHEMES = Set.of("http", "https");

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null || text.isEmpty()) {
                return true;
            }
            try {
                URI address = new URI(text);
                String scheme = address.getScheme();
                return scheme != null
                        && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
                        && address.getRawAuthority() != null;
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }
}
