package org.dermarium.e2e.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dermarium.client.Api;
import org.dermarium.e2e.archive.DocumentedInput;
import org.dermarium.e2e.archive.DocumentedInput.Operation;
import tools.jackson.databind.JsonNode;

/** Every operation of the merged OpenAPI document, and every page that is not in it, with the addresses of given things. */
final class RouteTable {

    /** The only route whose answer is about the caller and nothing else: two members never get the same. */
    private static final String ABOUT_THE_CALLER = "GET /api/v2/users/me/";

    private static final Pattern VARIABLE = Pattern.compile("([^/]+)/\\{[^}]*}");

    private final Requests requests;
    private final List<Route> routes;

    private RouteTable(Requests requests, List<Route> routes) {
        this.requests = requests;
        this.routes = routes;
    }

    /** @param name that of the document, for messages */
    record Route(String method, String name, String address) {

        boolean isRead() {
            return method.equals("GET");
        }
    }

    /**
     * Fails at operations whose variables these things do not fill: whoever adds a route says here what it opens.
     *
     * @param things by the part of the path that stands before the variable
     */
    static RouteTable of(Api api, Requests requests, Holdings holdings, Map<String, String> things) {
        JsonNode document = DocumentedInput.document(api);
        List<Route> routes = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Operation operation : new DocumentedInput(document).operations()) {
            String name = operation.method() + " " + operation.path();
            Optional<String> path = filled(operation.path(), things);
            path.ifPresentOrElse(
                    filled -> routes.add(new Route(operation.method(), name, filled + query(operation, things))),
                    () -> unknown.add(name));
        }
        assertThat(unknown).as("operations whose variables no thing fills").isEmpty();
        assertThat(routes).as("the document is whole").hasSizeGreaterThan(60);
        pages(holdings).map(page -> new Route("GET", "page " + page, page)).forEach(routes::add);
        return new RouteTable(requests, routes);
    }

    List<Route> reads() {
        return routes.stream().filter(Route::isRead).toList();
    }

    /** Names of the routes on which these credentials read something else than those. */
    List<String> readsApart(Credentials these, Credentials those) {
        return reads().stream()
                .filter(route -> !route.name().equals(ABOUT_THE_CALLER) || those.equals(Credentials.NONE))
                .flatMap(route ->
                        difference(route, requests.get(these, route.address()), requests.get(those, route.address())))
                .toList();
    }

    /** Names of the routes that let these credentials change, or refuse it, otherwise than those. */
    List<String> changesApart(Credentials these, Credentials those) {
        return routes.stream()
                .filter(route -> !route.isRead())
                .flatMap(route -> statuses(
                        route,
                        requests.change(these, route.method(), route.address()),
                        requests.change(those, route.method(), route.address())))
                .toList();
    }

    private static Stream<String> difference(Route route, Seen one, Seen other) {
        return one.isLike(other)
                ? Stream.empty()
                : Stream.of(route.name() + ": " + one.status() + ", not as " + other.status());
    }

    /** Of a change only the status is compared: an order that anybody may give has a number of its own. */
    private static Stream<String> statuses(Route route, Seen one, Seen other) {
        return one.status() == other.status()
                ? Stream.empty()
                : Stream.of(route.name() + ": " + one.status() + ", not " + other.status());
    }

    static Optional<String> filled(String path, Map<String, String> things) {
        String filled = VARIABLE.matcher(path).replaceAll(variable -> {
            String thing = things.get(variable.group(1));
            return thing == null ? "$0" : "$1/" + thing;
        });
        return filled.contains("{") ? Optional.empty() : Optional.of(filled);
    }

    /** Asks for the things themselves where a route takes a question. */
    private static String query(Operation operation, Map<String, String> things) {
        if (operation.path().contains("autocomplete")) {
            return "?query=Revocation";
        }
        if (operation.parameters().contains("query") || operation.path().endsWith("/images/metadata/")) {
            return "?query=" + Api.encoded("isic_id:" + things.get("images"));
        }
        return operation.parameters().contains("collection_ids") ? "?collection_ids=" + things.get("collections") : "";
    }

    /** What browsers open beside the API. Addresses with a grant in them are given out, not known: see {@link Issued}. */
    private static Stream<String> pages(Holdings holdings) {
        return Stream.of(
                holdings.page(),
                holdings.page() + "files/" + holdings.supplement(),
                "/doi/" + holdings.things().get("doi") + "/",
                "/download",
                "/collections/" + holdings.things().get("collections"),
                "/images/" + holdings.things().get("images"));
    }
}
