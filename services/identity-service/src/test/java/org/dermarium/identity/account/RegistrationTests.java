package org.dermarium.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationTests {

    private static final String GOOD_PASSWORD = "a good pass phrase";

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    @Test
    void acceptsNamesOfAnyAlphabet() {
        assertThat(problems(new Registration(" Zoë@Example.ORG ", "Zoë", "Ōtani-Müller", GOOD_PASSWORD)))
                .isEmpty();
    }

    @Test
    void comparesAddressesWithoutRegardToCase() {
        assertThat(new Registration(" Zoe@Example.ORG ", "Z", "O", GOOD_PASSWORD).email())
                .isEqualTo("zoe@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "no-at-sign", "a@", "@b", "a b@c.org", "a@b\u0000.org"})
    void refusesWhatIsNoAddress(String email) {
        assertThat(problems(new Registration(email, "A", "B", GOOD_PASSWORD))).contains("email");
    }

    @Test
    void refusesShortPassword() {
        assertThat(problems(new Registration("a@b.org", "A", "B", "123456789"))).containsExactly("password");
    }

    @Test
    void refusesPasswordThatBcryptWouldCut() {
        assertThat(problems(new Registration("a@b.org", "A", "B", "ä".repeat(37))))
                .containsExactly("passwordShortEnough");
    }

    @Test
    void refusesAddressAsPassword() {
        assertThat(problems(new Registration("long.name@b.org", "A", "B", "Long.Name@b.org")))
                .containsExactly("passwordUnlikeEmail");
    }

    @Test
    void refusesControlCharactersInNames() {
        assertThat(problems(new Registration("a@b.org", "A\u0007A", "B\nB", GOOD_PASSWORD)))
                .containsExactlyInAnyOrder("firstName", "lastName");
    }

    private List<String> problems(Registration registration) {
        return validator.validate(registration).stream()
                .map(problem -> problem.getPropertyPath())
                .map(Path::toString)
                .toList();
    }
}
