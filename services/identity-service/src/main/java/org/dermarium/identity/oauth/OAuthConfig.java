package org.dermarium.identity.oauth;

import org.dermarium.identity.token.OAuthSettings;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.filter.UrlHandlerFilter;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Puts the authorization server together; each rule of ours is a class of its own beside this one. */
@Configuration(proxyBeanMethods = false)
class OAuthConfig {

    static final String AUTHORIZE = "/oauth/authorize";
    static final String TOKEN = "/oauth/token";
    static final String REVOKE = "/oauth/revoke_token";
    static final String KEYS = "/oauth/jwks";

    @Bean
    @Order(1)
    SecurityFilterChain authorizationServer(
            HttpSecurity http, RegisteredClientRepository clients, ThymeleafViewResolver views) {
        var pages = new CodePages(views);
        var server = new OAuth2AuthorizationServerConfigurer();
        var publicClients = new PublicClientById(clients);
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(
                        server,
                        oauth -> oauth.clientAuthentication(client -> client.authenticationConverter(publicClients)
                                        .authenticationProvider(publicClients))
                                .authorizationEndpoint(authorize -> authorize
                                        .authorizationRequestConverter(new CodeRequest())
                                        .authorizationResponseHandler(pages::grant)
                                        .errorResponseHandler(pages::refuse)
                                        .consentPage("/accounts/consent"))
                                .tokenEndpoint(token -> token.accessTokenRequestConverter(new CodeExchange())))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/accounts/login")))
                .build();
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(OAuthSettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer())
                .authorizationEndpoint(AUTHORIZE)
                .tokenEndpoint(TOKEN)
                .tokenRevocationEndpoint(REVOKE)
                .jwkSetEndpoint(KEYS)
                .build();
    }

    /** isic-cli asks for {@code /oauth/authorize} and {@code /oauth/token/}: both forms of each mean the same. */
    @Bean
    FilterRegistrationBean<UrlHandlerFilter> trailingSlashes() {
        var registration = new FilterRegistrationBean<>(
                UrlHandlerFilter.trailingSlashHandler("/oauth/**").wrapRequest().build());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    RegisteredClientRepository registeredClients(OAuthSettings settings, PasswordEncoder passwords) {
        return new InMemoryRegisteredClientRepository(new Clients(settings, passwords).all());
    }

    @Bean
    OAuth2AuthorizationConsentService consents(JdbcOperations db, RegisteredClientRepository clients) {
        return new JdbcOAuth2AuthorizationConsentService(db, clients);
    }
}
