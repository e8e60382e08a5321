package org.dermarium.web;

import java.net.URI;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/** Gives controller methods their {@link Caller} and {@link PageRequest}. */
class Arguments implements SyncHandlerMethodArgumentResolver {

    private final URI publicUrl;

    Arguments(URI publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == Caller.class || type == PageRequest.class;
    }

    @Override
    public Object resolveArgumentValue(MethodParameter parameter, BindingContext bindings, ServerWebExchange exchange) {
        return parameter.getParameterType() == Caller.class
                ? CallerFilter.of(exchange)
                : PageRequest.of(exchange.getRequest(), publicUrl);
    }
}
