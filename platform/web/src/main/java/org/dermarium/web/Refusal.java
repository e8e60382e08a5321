package org.dermarium.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dermarium.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request that is not carried out, with the status and the JSON body its sender gets. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String DETAIL = "detail";
    private static final String ERROR = "error";

    private final HttpStatus status;
    private final transient Object body;
    private final transient @Nullable Duration retryAfter;

    Refusal(HttpStatus status, String key, String message) {
        this(status, message, Map.of(key, Text.cut(message, Text.LONGEST_MESSAGE)), null);
    }

    Refusal(HttpStatus status, String message, Object body, @Nullable Duration retryAfter) {
        super(Text.cut(message, Text.LONGEST_MESSAGE), null, false, false);
        this.status = status;
        this.body = body;
        this.retryAfter = retryAfter;
    }

    /** 400 {"message": …}: a rule of the archive is broken. */
    public static Refusal rule(String message) {
        return new Refusal(HttpStatus.BAD_REQUEST, "message", message);
    }

    /** 400 {"message": …, "errors": […]}: as {@link #rule(String)}, by field; at most as many as an answer names. */
    public static Refusal rule(String message, List<Map<String, String>> errors) {
        List<Map<String, String>> told = errors.subList(0, Math.min(errors.size(), Problem.MOST));
        return new Refusal(HttpStatus.BAD_REQUEST, message, Map.of("message", message, "errors", told), null);
    }

    /** 400 {"error": …}: a rule of one route is broken. */
    public static Refusal badRequest(String error) {
        return new Refusal(HttpStatus.BAD_REQUEST, ERROR, error);
    }

    /** 401: not signed in, or not staff where staff is needed. */
    public static Refusal unauthorized() {
        return new Refusal(HttpStatus.UNAUTHORIZED, DETAIL, "Unauthorized");
    }

    /** 403 {"error": …}: the caller sees the thing but may not do this to it. */
    public static Refusal forbidden(String error) {
        return new Refusal(HttpStatus.FORBIDDEN, ERROR, error);
    }

    /** 404: no such thing, or none that the caller may see; the two are the same answer. */
    public static Refusal notFound() {
        return new Refusal(HttpStatus.NOT_FOUND, DETAIL, "Not Found");
    }

    /** 409 {"error": …}: the state of the thing does not allow it. */
    public static Refusal conflict(String error) {
        return new Refusal(HttpStatus.CONFLICT, ERROR, error);
    }

    /** 409 {"error": …} with Retry-After: somebody is at it, come back. */
    public static Refusal conflict(String error, Duration retryAfter) {
        return new Refusal(HttpStatus.CONFLICT, error, Map.of(ERROR, error), retryAfter);
    }

    /** 410 {"detail": …}: the thing was public and has been withdrawn. */
    public static Refusal gone(String reason) {
        return new Refusal(HttpStatus.GONE, DETAIL, reason);
    }

    /** 413: more bytes than the route takes. */
    public static Refusal tooLarge() {
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE, DETAIL, "Request body too large");
    }

    /** 422 {"detail": [problems]}: the request does not have the shape its route asks for. */
    public static Refusal unprocessable(Problem... problems) {
        return unprocessable(List.of(problems));
    }

    /** 422 with each problem, up to a bounded number of them. */
    public static Refusal unprocessable(List<Problem> problems) {
        return unprocessable(problems, 0);
    }

    /** @param more how many problems there are beside these */
    public static Refusal unprocessable(List<Problem> problems, int more) {
        return new Refusal(
                HttpStatus.UNPROCESSABLE_CONTENT,
                String.valueOf(problems.getFirst()),
                Map.of(DETAIL, Problem.cut(problems, more)),
                null);
    }

    /** 422: a query parameter that a rule refuses. */
    public static Refusal query(String parameter, String reason) {
        return unprocessable(Problem.value(List.of("query", parameter), reason));
    }

    /** 503 with Retry-After: something this service needs does not answer now. */
    public static Refusal unavailable(Duration retryAfter) {
        return new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Service Unavailable",
                Map.of(DETAIL, "Service Unavailable"),
                retryAfter);
    }

    public final HttpStatus status() {
        return status;
    }

    /** Written as JSON. */
    public Object body() {
        return body;
    }

    /** When it makes sense to come back, or null. */
    public final @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** For {@code onErrorResume}: whether something is a refusal of this status. */
    public static boolean is(Throwable thrown, HttpStatus status) {
        return thrown instanceof Refusal refusal && refusal.status == status;
    }
}
