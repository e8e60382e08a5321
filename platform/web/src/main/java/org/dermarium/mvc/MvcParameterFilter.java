package org.dermarium.mvc;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dermarium.input.Parameters;
import org.dermarium.web.Refusal;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Refuses addresses and forms with characters that no text may hold, before anything looks at them. */
final class MvcParameterFilter extends OncePerRequestFilter implements Ordered {

    private static final String OAUTH = "/oauth/";

    /** What RFC 6749, section 5.2, has an authorization server say. */
    private static final Map<String, String> INVALID_REQUEST = Map.of("error", "invalid_request");

    private final JsonMapper json;

    MvcParameterFilter(JsonMapper json) {
        this.json = json;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 200;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Refusal> refusal = refusal(request);
        if (refusal.isEmpty()) {
            chain.doFilter(request, response);
        } else if (isForAPerson(request)) {
            response.sendError(refusal.get().status().value());
        } else {
            boolean isForAClient = request.getServletPath().startsWith(OAUTH);
            response.setStatus(
                    isForAClient
                            ? HttpServletResponse.SC_BAD_REQUEST
                            : refusal.get().status().value());
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream()
                    .write(json.writeValueAsBytes(
                            isForAClient ? INVALID_REQUEST : refusal.get().body()));
        }
    }

    private static Optional<Refusal> refusal(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!Parameters.isPath(path)) {
            return Optional.of(Refusal.notFound());
        }
        var parameters = new LinkedHashMap<String, List<String>>();
        try {
            request.getParameterMap().forEach((name, values) -> parameters.put(name, Arrays.asList(values)));
        } catch (IllegalStateException larger) {
            // A form of more bytes or fields than the server reads.
            return Optional.of(Refusal.tooLarge());
        }
        return Parameters.refusal(parameters, "GET".equals(request.getMethod()) ? "query" : "body");
    }

    /** The error page says it better than JSON. */
    private static boolean isForAPerson(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }
}
