package org.dermarium.identity.demo;

import org.dermarium.identity.account.Account;
import org.dermarium.identity.account.Accounts;
import org.dermarium.identity.account.Credentials;
import org.dermarium.identity.account.EmailTaken;
import org.dermarium.identity.account.RegisterAccount;
import org.dermarium.identity.account.Registration;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Makes sure that the demo's people exist. */
@Component
@ConditionalOnBooleanProperty("dermarium.demo")
class DemoAccounts implements ApplicationRunner {

    /** Known to everybody, so never where a real archive runs. */
    private static final String PASSWORD = "dermarium-demo";

    private final Accounts accounts;
    private final RegisterAccount registerAccount;

    DemoAccounts(Accounts accounts, RegisterAccount registerAccount) {
        this.accounts = accounts;
        this.registerAccount = registerAccount;
    }

    @Override
    public void run(ApplicationArguments args) {
        ensure("staff@example.org", "Sam", "Staff", true);
        ensure("contributor@example.org", "Cleo", "Contributor", false);
        ensure("researcher@example.org", "Robin", "Researcher", false);
        ensure("participant@example.org", "Pat", "Participant", false);
    }

    /** The account with this address, made when it is missing. */
    Account ensure(String email, String firstName, String lastName, boolean staff) {
        return accounts.credentials(email).map(Credentials::account).orElseGet(() -> {
            try {
                return registerAccount.register(new Registration(email, firstName, lastName, PASSWORD), staff);
            } catch (EmailTaken anotherWasFaster) {
                return accounts.credentials(email).map(Credentials::account).orElseThrow();
            }
        });
    }
}
