package org.dermarium.identity.account;

import java.util.List;
import java.util.Optional;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.SignedIn;
import org.dermarium.web.caller.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controller methods the account that calls: {@link SignedIn} any, {@link Staff} one of staff; others get 401. */
@Component
class CallingAccount implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final Accounts accounts;

    CallingAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Account.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        boolean needsStaff = parameter.hasParameterAnnotation(Staff.class);
        return token().flatMap(this::account)
                .filter(account -> account.staff() || !needsStaff)
                .orElseThrow(Refusal::unauthorized);
    }

    /** A client-credentials token names no account, so its bearer is nobody here. */
    private Optional<Account> account(Jwt token) {
        return token.getClaimAsString("email") == null
                ? Optional.empty()
                : accounts.find(Long.parseLong(token.getSubject())).filter(Account::active);
    }

    private static Optional<Jwt> token() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Jwt token
                ? Optional.of(token)
                : Optional.empty();
    }
}
