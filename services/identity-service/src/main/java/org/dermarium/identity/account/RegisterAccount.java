package org.dermarium.identity.account;

import org.dermarium.events.bus.EventType;
import org.dermarium.outbox.JdbcOutbox;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes an account and tells the other services. */
@Service
public class RegisterAccount {

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final JdbcOutbox outbox;

    RegisterAccount(Accounts accounts, PasswordEncoder passwords, JdbcOutbox outbox) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.outbox = outbox;
    }

    /** @throws EmailTaken when another account has the address; it takes as long as a success */
    @Transactional
    public Account register(Registration registration, boolean staff) {
        String hash = encoded(registration.password());
        Account added =
                accounts.add(registration.email(), registration.firstName(), registration.lastName(), hash, staff);
        outbox.append(EventType.USER_REGISTERED, added.published());
        return added;
    }

    private String encoded(String password) {
        String hash = passwords.encode(password);
        if (hash == null) {
            throw new IllegalStateException("the password encoder returned nothing");
        }
        return hash;
    }
}
