package org.dermarium.identity.account;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What a person fills in to register.
 *
 * @param password at least {@value #SHORTEST} characters; at most {@value #LONGEST} bytes, since bcrypt reads no further
 */
public record Registration(
        @NotBlank(message = "Enter your e-mail address.")
        @Email(regexp = "[^\\p{Cntrl}]+", message = "This does not look like an e-mail address.")
        @Size(max = 254, message = "Use at most 254 characters.")
        String email,

        @NotBlank(message = "Enter your first name.")
        @Size(max = 150, message = "Use at most 150 characters.")
        @Pattern(regexp = PRINTABLE, message = "Use printable characters only.")
        String firstName,

        @NotBlank(message = "Enter your last name.")
        @Size(max = 150, message = "Use at most 150 characters.")
        @Pattern(regexp = PRINTABLE, message = "Use printable characters only.")
        String lastName,

        @NotBlank(message = "Choose a password.")
        @Size(min = SHORTEST, message = "Use at least " + SHORTEST + " characters.")
        String password) {

    static final int SHORTEST = 10;
    static final int LONGEST = 72;
    private static final String PRINTABLE = "[^\\p{Cntrl}]*";

    public Registration {
        email = email == null ? "" : Accounts.normalized(email);
        firstName = firstName == null ? "" : firstName.strip();
        lastName = lastName == null ? "" : lastName.strip();
        password = password == null ? "" : password;
    }

    @AssertTrue(message = "Use at most " + LONGEST + " bytes.")
    public boolean isPasswordShortEnough() {
        return password.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }

    @AssertTrue(message = "Choose something other than your e-mail address.")
    public boolean isPasswordUnlikeEmail() {
        return email.isEmpty() || !password.toLowerCase(Locale.ROOT).equals(email);
    }
}
