package org.dermarium.identity.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All accounts. */
public interface Accounts {

    /** The form in which addresses are stored and compared. */
    static String normalized(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    Optional<Account> find(long id);

    Optional<Credentials> credentials(String email);

    /** At most {@code limit} active accounts whose e-mail or name contains the text, by e-mail. */
    List<Account> matching(String text, int limit);

    /** @throws EmailTaken when another account has the address */
    Account add(String email, String firstName, String lastName, String passwordHash, boolean staff);

    /** Makes changes of roles wait for each other until the end of the transaction. */
    void lockRoles();

    /** How many active accounts have the staff role. */
    int activeStaff();

    /** Sets both, and keeps for ever who did it. */
    Account setRights(long id, boolean staff, boolean active, long by);

    /** The first acceptance counts; later ones change nothing. */
    void acceptTerms(long id);
}
