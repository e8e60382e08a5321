package org.dermarium.e2e;

import org.dermarium.client.Person;

/** People of the recorded answers, who are no accounts of the demonstration. */
final class People {

    static final Person PLAIN = new Person("plain@example.org", "Plain", "User", false);
    static final Person OWNER = new Person("owner@example.org", "Owner", "Person", false);

    private People() {}
}
