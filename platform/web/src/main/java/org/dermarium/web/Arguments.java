package org.dermarium.web;

import java.net.URI;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.caller.Staff;
import org.dermarium.web.page.PageRequest;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/**
 * Gives controller methods their caller and their {@link PageRequest}. A {@link Caller} may be anybody, a
 * {@link Caller.Member} is signed in, and {@link Staff} one is staff.
 */
class Arguments implements SyncHandlerMethodArgumentResolver {

    private final URI publicUrl;

    Arguments(URI publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == Caller.class || type == Caller.Member.class || type == PageRequest.class;
    }

    @Override
    public Object resolveArgumentValue(MethodParameter parameter, BindingContext bindings, ServerWebExchange exchange) {
        if (parameter.getParameterType() == PageRequest.class) {
            return PageRequest.of(exchange.getRequest(), publicUrl);
        }
        Caller caller = Caller.of(exchange);
        if (parameter.hasParameterAnnotation(Staff.class)) {
            return caller.staff();
        }
        return parameter.getParameterType() == Caller.Member.class ? caller.member() : caller;
    }
}
