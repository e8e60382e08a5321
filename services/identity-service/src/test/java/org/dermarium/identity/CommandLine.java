package org.dermarium.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.dermarium.testkit.openapi.ApiDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The requests of isic-cli, byte for byte where it matters: no redirect address, no secret. */
public final class CommandLine {

    public static final String CLIENT_ID = "RpCzc4hFjv5gOJdM2DM2nBdokOviOh5ne63Tpn7Q";
    public static final String VERIFIER = "v".repeat(128);

    private static final Pattern CODE = Pattern.compile("<code>([^<]+)</code>");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI base;
    private final HttpClient http = HttpClient.newHttpClient();

    public CommandLine(URI base) {
        this.base = base;
    }

    /** The address that isic-cli prints, with changes or (null) omissions. */
    public static String authorizeAddress(Map<String, String> changes) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", CLIENT_ID);
        parameters.put("redirect_uri", "urn:ietf:wg:oauth:2.0:oob");
        parameters.put("state", "a state with & and ü");
        parameters.put("code_challenge", challenge(VERIFIER));
        parameters.put("code_challenge_method", "S256");
        changes.forEach((name, value) -> {
            if (value.isEmpty()) {
                parameters.remove(name);
            } else {
                parameters.put(name, value);
            }
        });
        return "/oauth/authorize?" + Browser.encoded(parameters);
    }

    /** What a person does in the browser: signs in, allows, and reads the code off the page. */
    public static String codeFor(Browser browser, String email, String password) {
        browser.open(authorizeAddress(Map.of()));
        var page = browser.signIn(email, password);
        if (page.uri().getPath().equals("/accounts/consent")) {
            page = browser.submit(page, "/oauth/authorize", Map.of());
        }
        return shownCode(page);
    }

    public static String shownCode(HttpResponse<String> page) {
        var code = CODE.matcher(page.body());
        if (!code.find()) {
            throw new AssertionError("no code on " + page.uri() + " (" + page.statusCode() + ")");
        }
        return code.group(1);
    }

    public HttpResponse<String> exchange(String code, String verifier) {
        return post(
                "/oauth/token/",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "code_verifier",
                        verifier,
                        "client_id",
                        CLIENT_ID));
    }

    /** A body of two letters that is said to be of this type. */
    public HttpResponse<String> sendAs(String method, String path, String contentType) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString("xy"))
                .header("Content-Type", contentType));
    }

    public HttpResponse<String> refresh(String refreshToken) {
        return post(
                "/oauth/token/",
                Map.of("grant_type", "refresh_token", "refresh_token", refreshToken, "client_id", CLIENT_ID));
    }

    public HttpResponse<String> revoke(String token) {
        return post("/oauth/revoke_token/", Map.of("token", token, "client_id", CLIENT_ID));
    }

    public HttpResponse<String> me(String accessToken) {
        return send("GET", "/api/v2/users/me/", accessToken);
    }

    public HttpResponse<String> send(String method, String path, String accessToken) {
        var request = HttpRequest.newBuilder(base.resolve(path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (!accessToken.isEmpty()) {
            request.header("Authorization", "Bearer " + accessToken);
        }
        return send(request);
    }

    public HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(Browser.encoded(fields)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> postJson(String path, String json, String... headers) {
        return sendJson("POST", path, json, headers);
    }

    public HttpResponse<String> sendJson(String method, String path, String json, String... headers) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    public static JsonNode claims(String accessToken) {
        return JSON.readTree(Base64.getUrlDecoder().decode(accessToken.split("\\.")[1]));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return ApiDocument.checked(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
