package org.dermarium.seed;

/** Somebody in whose name the seeder works; the demonstration's identity service makes those it does not know. */
record Person(String email, String firstName, String lastName, boolean staff) {

    static final Person STAFF = new Person("staff@example.org", "Sam", "Staff", true);
    static final Person CONTRIBUTOR = new Person("contributor@example.org", "Cleo", "Contributor", false);
    static final Person RESEARCHER = new Person("researcher@example.org", "Robin", "Researcher", false);
    static final Person PARTICIPANT = new Person("participant@example.org", "Pat", "Participant", false);
}
