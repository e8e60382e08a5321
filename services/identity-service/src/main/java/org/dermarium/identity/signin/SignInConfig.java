package org.dermarium.identity.signin;

import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Guards the pages below {@code /accounts}, and what is open to everybody. */
@Configuration(proxyBeanMethods = false)
class SignInConfig {

    private static final String LOGIN = "/accounts/login";

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/accounts/consent")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .formLogin(form -> form.loginPage(LOGIN)
                        .usernameParameter("email")
                        .defaultSuccessUrl("/")
                        .failureHandler(explainingFailure()))
                .logout(logout -> logout.logoutUrl("/accounts/logout").logoutSuccessUrl("/"))
                // A cross-site POST carries no SameSite=Lax cookie, so it can sign nobody out; the gateway ends the
                // session this way when somebody signs out of the web app.
                .csrf(csrf -> csrf.ignoringRequestMatchers("/accounts/logout", "/oauth/demo-token"))
                .build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** PostgreSQL keeps no NUL in text: refused here with 400, it cannot become a 500 anywhere. */
    @Bean
    StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        firewall.setAllowedHttpMethods(Arrays.stream(HttpMethod.values())
                .filter(m -> m != HttpMethod.TRACE)
                .map(HttpMethod::name)
                .toList());
        return firewall;
    }

    private static AuthenticationFailureHandler explainingFailure() {
        return (request, response, failure) -> {
            String why = failure instanceof TooManyFailures ? "?wait" : "?error";
            response.setStatus(HttpStatus.FOUND.value());
            response.setHeader("Location", LOGIN + why);
        };
    }
}
