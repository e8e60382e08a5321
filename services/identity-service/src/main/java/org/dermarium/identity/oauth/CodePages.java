package org.dermarium.identity.oauth;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriComponentsBuilder;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Answers a request for a code: by a redirect where the client has an address, by a page that shows the code where a person
 * carries it over by hand.
 */
final class CodePages {

    private final ThymeleafViewResolver views;

    CodePages(ThymeleafViewResolver views) {
        this.views = views;
    }

    void grant(HttpServletRequest request, HttpServletResponse response, Authentication granted)
            throws IOException, ServletException {
        var code = (OAuth2AuthorizationCodeRequestAuthenticationToken) granted;
        String value = code.getAuthorizationCode() == null
                ? ""
                : code.getAuthorizationCode().getTokenValue();
        if (isOutOfBand(code)) {
            show("code", Map.of("code", value), request, response);
        } else {
            redirect(response, code, Map.of("code", value));
        }
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException, ServletException {
        var error = ((OAuth2AuthenticationException) refusal).getError();
        var asked = refusal instanceof OAuth2AuthorizationCodeRequestAuthenticationException known
                ? known.getAuthorizationCodeRequestAuthentication()
                : null;
        if (asked == null || asked.getRedirectUri() == null || isOutOfBand(asked)) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            String reason = error.getDescription() == null ? error.getErrorCode() : error.getDescription();
            show("refused", Map.of("error", error.getErrorCode(), "reason", reason), request, response);
        } else {
            redirect(response, asked, Map.of("error", error.getErrorCode()));
        }
    }

    private static boolean isOutOfBand(OAuth2AuthorizationCodeRequestAuthenticationToken asked) {
        return Clients.OUT_OF_BAND.equals(asked.getRedirectUri());
    }

    private static void redirect(
            HttpServletResponse response,
            OAuth2AuthorizationCodeRequestAuthenticationToken asked,
            Map<String, String> answer)
            throws IOException {
        var location = UriComponentsBuilder.fromUriString(String.valueOf(asked.getRedirectUri()));
        answer.forEach((name, value) -> location.queryParam(name, "{" + name + "}"));
        @Nullable String state = asked.getState();
        if (state == null) {
            response.sendRedirect(location.encode().buildAndExpand(answer).toUriString());
            return;
        }
        var all = new HashMap<String, Object>(answer);
        all.put("state", state);
        response.sendRedirect(location.queryParam("state", "{state}")
                .encode()
                .buildAndExpand(all)
                .toUriString());
    }

    private void show(String name, Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws ServletException {
        try {
            View view = views.resolveViewName(name, Locale.ENGLISH);
            if (view == null) {
                throw new ServletException("no page " + name);
            }
            view.render(model, request, response);
        } catch (ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
