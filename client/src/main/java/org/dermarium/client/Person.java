package org.dermarium.client;

/**
 * Somebody in whose name requests are sent; the identity service of a demonstration makes those it does not know.
 *
 * @param isStaff whether staff's rights are asked for
 */
public record Person(String email, String firstName, String lastName, boolean isStaff) {

    /** Nobody: requests go without a token. */
    public static final Person ANONYMOUS = new Person("", "", "", false);

    public static final Person STAFF = new Person("staff@example.org", "Sam", "Staff", true);
    public static final Person CONTRIBUTOR = new Person("contributor@example.org", "Cleo", "Contributor", false);
    public static final Person RESEARCHER = new Person("researcher@example.org", "Robin", "Researcher", false);
    public static final Person PARTICIPANT = new Person("participant@example.org", "Pat", "Participant", false);

    /** Of the accounts above. */
    public static final String DEMO_PASSWORD = "dermarium-demo";
}
