package org.dermarium.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person's browser: keeps cookies, follows redirects, fills in forms. */
public final class Browser {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final URI base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    public Browser(URI base) {
        this.base = base;
    }

    public HttpResponse<String> open(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).header("Accept", "text/html"));
    }

    /** Opens the page with the form, fills it in beside its hidden fields and sends it. */
    public HttpResponse<String> submit(String formPage, String action, Map<String, String> fields) {
        return submit(open(formPage), action, fields);
    }

    public HttpResponse<String> submit(HttpResponse<String> page, String action, Map<String, String> fields) {
        var all = hiddenFields(page);
        all.putAll(fields);
        return post(action, all);
    }

    /** What the page's first form sends unseen. */
    public static Map<String, String> hiddenFields(HttpResponse<String> page) {
        var fields = new LinkedHashMap<String, String>();
        Matcher hidden = HIDDEN.matcher(firstForm(page.body()));
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        return fields;
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
    }

    public HttpResponse<String> signIn(String email, String password) {
        return submit("/accounts/login", "/accounts/login", Map.of("email", email, "password", password));
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    public static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String firstForm(String page) {
        int begin = page.indexOf("<form");
        return begin < 0 ? "" : page.substring(begin, page.indexOf("</form>", begin));
    }
}
