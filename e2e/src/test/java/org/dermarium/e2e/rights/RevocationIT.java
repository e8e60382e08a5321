package org.dermarium.e2e.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.client.Person.STAFF;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.dermarium.client.Api;
import org.dermarium.client.Person;
import org.dermarium.e2e.archive.RunningArchive;
import org.dermarium.e2e.archive.WholeArchive;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * A right that ends, ends everywhere: two seconds later no route and no address that was given out before answers with it.
 * The routes are those of the merged OpenAPI document, so that a new one is tried as soon as it is documented.
 */
@ExtendWith(WholeArchive.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(19)
class RevocationIT {

    private static final Duration ALLOWED = Duration.ofSeconds(2);

    /** The command-line client of the archive, whose tokens a demonstration gives out. */
    private static final String COMMAND_LINE = "RpCzc4hFjv5gOJdM2DM2nBdokOviOh5ne63Tpn7Q";

    /** Of well above thirty routes that show an owner more than a stranger; fewer would be a test of nothing. */
    private static final int OPENED = 20;

    private static final int SHOWN = 0;
    private static final int WITHDRAWN = 1;

    private final RunningArchive archive;
    private final Api api;
    private final Requests requests;
    private final String unique = Long.toString(System.nanoTime(), 36);
    private Holdings holdings;
    private RouteTable routes;

    RevocationIT(RunningArchive archive, Api api) {
        this.archive = archive;
        this.api = api;
        this.requests = new Requests(api);
    }

    @BeforeAll
    void makeOneOfEachThing() {
        holdings = Holdings.make(api, account("owner", "Olga"), 2);
        routes = RouteTable.of(api, requests, holdings, holdings.things());
    }

    @Test
    void endsWithTheToken() {
        String token = api.token(signedInAgain(holdings.owner(), "Token"));
        Credentials held = Credentials.token(token);
        Issued issued = issuedToOwner(held);
        CompletableFuture<Void> events = requests.open(held, holdings.events());
        assertThat(routes.readsApart(held, Credentials.NONE)).hasSizeGreaterThan(OPENED);

        Instant ended = revoke(token);

        isAsAnonymous(held, ended);
        issued.areClosed(held);
        assertThat(events).isDone();
    }

    @Test
    void endsWithTheSession() {
        Credentials held = SignIn.as(archive.url(), holdings.owner());
        Issued issued = issuedToOwner(held);
        CompletableFuture<Void> events = requests.open(held, holdings.events());
        assertThat(routes.readsApart(held, Credentials.NONE)).hasSizeGreaterThan(OPENED);

        assertThat(requests.change(held, "POST", "/session/logout").status()).isEqualTo(204);

        isAsAnonymous(held, Instant.now());
        issued.areClosed(held);
        assertThat(events).isDone();
    }

    @Test
    void endsWithTheRole() {
        Person staff = new Person(email("staff"), "Stella", "Staff", true);
        Credentials held = Credentials.token(api.token(staff));
        long id = api.userId(staff);
        Credentials stranger = Credentials.token(api.token(account("plain", "Paul")));
        Issued issued = issuedToOwner(held);
        CompletableFuture<Void> events = requests.open(held, holdings.events());
        assertThat(routes.readsApart(held, stranger)).hasSizeGreaterThan(OPENED);

        setRole(id, false);

        isAsAnonymous(held, Instant.now());
        issued.areClosed(held);
        assertThat(events).isDone();
        Credentials plain = Credentials.token(api.token(new Person(staff.email(), "Stella", "Member", false)));
        assertThat(routes.readsApart(plain, stranger)).isEmpty();
        assertThat(routes.changesApart(plain, stranger)).isEmpty();
        issued.areClosed(plain);

        setRole(id, true);
        assertThat(routes.readsApart(held, Credentials.NONE))
                .as("what the role opens to who signed in before it was taken")
                .isEmpty();
    }

    @Test
    void endsWithTheShare() {
        Person friend = account("friend", "Fred");
        Credentials held = Credentials.token(api.token(friend));
        Credentials stranger = Credentials.token(api.token(account("stranger", "Sue")));
        Map<String, ?> whom = Map.of("user_ids", List.of(api.userId(friend)), "notify", false);
        String collection = "/api/v2/collections/" + holdings.things().get("collections") + "/";
        Eventually.await(
                "the collection is shared",
                () -> api.post(STAFF, collection + "share/", whom).success());
        seesTheImage(friend, holdings.image(SHOWN));
        Issued issued = issued(held, holdings.image(SHOWN));
        assertThat(routes.readsApart(held, stranger))
                .as("what the share opens")
                .anyMatch(route -> route.contains("/api/v2/collections/{"))
                .anyMatch(route -> route.contains("/api/v2/images/{"))
                .anyMatch(route -> route.contains("/api/v2/images/search/"));

        api.post(STAFF, collection + "unshare/", whom).success();

        pass(Instant.now());
        assertThat(routes.readsApart(held, stranger)).isEmpty();
        assertThat(routes.changesApart(held, stranger)).isEmpty();
        issued.areClosed(held);
    }

    @Test
    void endsWithTheOwnership() {
        Person colleague = account("colleague", "Cora");
        Credentials held = Credentials.token(api.token(colleague));
        Credentials stranger = Credentials.token(api.token(account("outsider", "Otto")));
        long owner = api.userId(holdings.owner());
        Eventually.await("ingest knows the colleague", () -> owned(owner, api.userId(colleague)));
        seesTheImage(colleague, holdings.image(SHOWN));
        Issued issued = issued(held, holdings.image(SHOWN))
                .withAccession(holdings.things().get("accessions"));
        issued.areOpen(held);
        CompletableFuture<Void> events = requests.open(held, holdings.events());
        assertThat(routes.readsApart(held, stranger))
                .as("what the ownership opens")
                .anyMatch(route -> route.contains("/api/v2/contributors/{"))
                .anyMatch(route -> route.contains("/api/v2/accessions/{"))
                .anyMatch(route -> route.contains("/api/v2/images/{"))
                .anyMatch(route -> route.contains("/api/v2/lesions/{"))
                .anyMatch(route -> route.contains("/api/v2/images/search/"));

        owned(owner);

        pass(Instant.now());
        assertThat(routes.readsApart(held, stranger)).isEmpty();
        assertThat(routes.changesApart(held, stranger)).isEmpty();
        issued.areClosed(held);
        assertThat(events).isDone();
    }

    /** Owner and staff keep the record of the accession, which says that it was withdrawn and names the image. */
    @Test
    void endsWithTheImage() {
        String image = holdings.image(WITHDRAWN);
        Credentials owner = Credentials.token(api.token(holdings.owner()));
        Credentials staff = Credentials.token(api.token(STAFF));
        String accession = accession(image);
        Issued owners = issued(owner, image).withAccession(accession);
        Issued staffs = issued(staff, image).withAccession(accession);
        owners.areOpen(owner);
        staffs.areOpen(staff);
        RouteTable itsRoutes =
                RouteTable.of(api, requests, holdings, holdings.thingsOf(WITHDRAWN, Long.parseLong(accession)));
        assertThat(naming(itsRoutes, image, owner))
                .contains("GET /api/v2/images/search/", "GET /api/v2/images/metadata/")
                .anyMatch(route -> route.startsWith("GET /api/v2/images/{"));

        api.post(STAFF, "/api/v2/images/withdraw/", Map.of("isic_id", image, "reason", "consent withdrawn"))
                .success();

        pass(Instant.now());
        for (Credentials who : List.of(owner, staff, Credentials.NONE)) {
            assertThat(naming(itsRoutes, image, who))
                    .as("routes that still name the image")
                    .isEmpty();
            assertThat(requests.get(who, "/api/v2/images/" + image + "/").status())
                    .isEqualTo(404);
        }
        owners.areClosed(owner);
        staffs.areClosed(staff);
    }

    /** The same answers as nobody gets, on every route, whatever is asked. */
    private void isAsAnonymous(Credentials held, Instant ended) {
        pass(ended);
        assertThat(routes.readsApart(held, Credentials.NONE))
                .as("routes that read otherwise than for everybody")
                .isEmpty();
        assertThat(routes.changesApart(held, Credentials.NONE))
                .as("routes that change otherwise than for everybody")
                .isEmpty();
    }

    /** The time that the archive has; what is true only later is a fault. */
    private static void pass(Instant ended) {
        Eventually.until("the time allowed has passed", () -> Instant.now().isAfter(ended.plus(ALLOWED)));
    }

    private List<String> naming(RouteTable table, String image, Credentials who) {
        return table.reads().stream()
                .filter(route -> !route.name().contains("/accessions/"))
                .filter(route -> requests.get(who, route.address()).names(image))
                .map(RouteTable.Route::name)
                .toList();
    }

    private Issued issuedToOwner(Credentials held) {
        Issued issued = issued(held, holdings.image(SHOWN))
                .withAccession(holdings.things().get("accessions"))
                .withDraft(holdings);
        issued.areOpen(held);
        return issued;
    }

    private Issued issued(Credentials held, String image) {
        Issued issued = Issued.to(requests, held, image).withZip(requests.zip(held, image));
        Eventually.await("what was given out is open", () -> issued.areOpen(held));
        return issued;
    }

    private void owned(Long... owners) {
        String path = "/api/v2/contributors/" + holdings.things().get("contributors") + "/owners/";
        api.put(holdings.owner(), path, Map.of("owners", List.of(owners))).success();
    }

    private String accession(String image) {
        String path = "/api/v2/cohorts/" + holdings.things().get("cohorts") + "/accessions/";
        return api.all(STAFF, path).stream()
                .filter(accession -> accession.path("isic_id").asString("").equals(image))
                .map(accession -> Long.toString(accession.get("id").asLong()))
                .findFirst()
                .orElseThrow();
    }

    private void seesTheImage(Person who, String image) {
        Eventually.until(
                who.firstName() + " sees the image",
                () -> api.get(who, "/api/v2/images/" + image + "/").isSuccess()
                        && api.count(who, "isic_id:" + image) == 1);
    }

    private Instant revoke(String token) {
        assertThat(requests.revoke(COMMAND_LINE, token).status()).isEqualTo(200);
        return Instant.now();
    }

    private void setRole(long id, boolean isStaff) {
        JsonNode account = api.patch(STAFF, "/api/v2/users/" + id + "/", Map.of("is_staff", isStaff))
                .success();
        assertThat(account.get("is_staff").asBoolean()).isEqualTo(isStaff);
    }

    /** One that no other journey uses: what is taken from it here is missed by nobody. */
    private Person account(String role, String firstName) {
        return new Person(email(role), firstName, "Revocation", false);
    }

    private String email(String role) {
        return role + "-" + unique + "@example.org";
    }

    /** The same account with a token of its own, so that the end of this one ends no other. */
    private static Person signedInAgain(Person who, String lastName) {
        return new Person(who.email(), who.firstName(), lastName, who.isStaff());
    }
}
