package org.dermarium.e2e.rights;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dermarium.client.Person;

/** A person's sign-in through the pages, without a browser's window: the cookie is what the test is after. */
final class SignIn {

    private static final String SESSION = "dermarium_session";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private SignIn() {}

    /** @return the session's credentials, for as long as nobody signs out */
    static Credentials as(String url, Person who) {
        var signIn = new SignIn();
        HttpResponse<String> form = signIn.send(HttpRequest.newBuilder(URI.create(url + "/session/login?return=/")));
        var fields = new LinkedHashMap<String, String>();
        HIDDEN.matcher(form.body()).results().forEach(field -> fields.put(field.group(1), field.group(2)));
        fields.put("email", who.email());
        fields.put("password", Person.DEMO_PASSWORD);
        HttpResponse<String> end = signIn.send(HttpRequest.newBuilder(form.uri().resolve("/accounts/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields))));
        return Credentials.session(SESSION + "=" + signIn.cookie(end));
    }

    private String cookie(HttpResponse<String> end) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(SESSION))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no session at " + end.uri() + ", " + end.statusCode()));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
